import type { RateLimit } from '../../src/contract/index.js'

export interface Charge {
  /** Name of the rule, e.g. `key`; public, so it must not tell who is charged. */
  policy: string
  /** Who is charged, e.g. a key id or an address. */
  subject: string
  rate: RateLimit
  /** Milliseconds since the epoch. */
  now: number
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
  /** What `consume` would answer, without taking anything. */
  peek(charge: Charge): RateDecision | Promise<RateDecision>
}
