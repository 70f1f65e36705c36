import type { RateLimit } from '../../src/contract/index.js'

export interface Charge {
  /** Name of the rule, e.g. `key`; public, so it must not tell who is charged. */
  policy: string
  /** Who is charged, e.g. a key id or an address. */
  subject: string
  rate: RateLimit
  /** Milliseconds since the epoch. */
  now: number
  /** Saves a limiter in memory from looking the subject up. Absent: it looks. */
  place?: RatePlace | undefined
}

export interface RateDecision {
  allowed: boolean
  /** Requests left at once, after this one. */
  remaining: number
  /** Seconds until the whole limit is free again, rounded up. */
  resetSeconds: number
  /** Seconds until one more request is allowed, rounded up; 0 where it is now. */
  retryAfterSeconds: number
}

/** Counts requests. A refused charge costs nothing. A direct answer, where there is one, saves each request a wait. */
export interface RateLimiter {
  consume(charge: Charge): RateDecision | Promise<RateDecision>
  /**
   * All or nothing: where one is refused, none is taken. One decision for each, as it would be answered alone. The
   * charges differ in policy or subject.
   */
  consumeAll(charges: readonly Charge[]): readonly RateDecision[] | Promise<readonly RateDecision[]>
  /** What `consume` would answer, without taking anything. */
  peek(charge: Charge): RateDecision | Promise<RateDecision>
  /** Whether each process counts by itself for now, because what they share is out of reach. Absent: never. */
  isDegraded?(): boolean
  /** Whether it decides nothing for now, so that every request that is limited is refused. Absent: never. */
  isDown?(): boolean
  /** Ends connections. Absent: there are none. */
  close?(): Promise<void>
}

/** Room for what a limiter has found of a subject: the same object whenever the same policy and subject are asked about. */
export interface RatePlace {
  /** The limiter's own, and nobody else's to read. null: nothing yet. */
  found: object | null
}
