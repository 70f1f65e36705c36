import { createHash } from 'node:crypto'
import { createReporter } from '../../core/create-reporter.js'
import type { Charge, RateDecision, RateLimiter } from '../../core/rate-limiter.js'
import { withinDeadline } from '../../core/within-deadline.js'
import { toDecision, toLeak } from '../gcra.js'
import { memoryRateLimits } from '../memory-rate-limits.js'
import { connectRedis } from './connect-redis.js'
import { createBreaker } from './create-breaker.js'
import { leakScript } from './leak-script.js'

/** As far as a client of Redis is needed here; `ioredis` is one. */
export interface RedisClient {
  evalsha(digest: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>
}

interface CommonOptions {
  /** Begins every key in Redis. Two products that share a Redis need two. @default 'latchkey:limit:' */
  prefix?: string | undefined
  /** true: while Redis is out of reach, requests are refused with 503. false: each process counts alone. @default false */
  strict?: boolean | undefined
  /** How long a request waits for Redis, in milliseconds. @default 200 */
  timeoutMs?: number | undefined
  /**
   * `redis`: its own clock, one for all processes, however theirs differ. `caller`: what `createLatchkey` has as
   * `now`, for tests that stop the time. @default 'redis'
   */
  clock?: 'redis' | 'caller' | undefined
  /** Told once for each time that Redis got out of reach. */
  onError?: ((error: unknown) => void) | undefined
}

export type RedisRateLimitOptions = CommonOptions &
  (
    | {
        /** `redis://…` or `rediss://…`; opened on the first request, closed with Latchkey. Needs `ioredis` 6. */
        url: string
        client?: undefined
      }
    | {
        /** Your own client, which you close. Let it fail fast: no offline queue, no retries of a command. */
        client: RedisClient
        url?: undefined
      }
  )

/**
 * Rate limits that all processes share: one call of one script for each request. A call that was not answered in
 * time may still be counted by Redis, so it is never repeated. While Redis is out of reach each process counts alone
 * (`isDegraded`), so that a client may have its limit once from each; `strict` limits refuse instead (`isDown`).
 *
 * Redis Cluster is not supported where `limits.consumer` is set: a key's bucket and its consumer's are charged in one
 * call, lie in different slots, and are answered with CROSSSLOT. Use one primary, with replicas and a failover.
 */
export function redisRateLimits(
  options: RedisRateLimitOptions,
): RateLimiter & { isDegraded(): boolean; isDown(): boolean } {
  const { prefix = 'latchkey:limit:', strict = false, timeoutMs = 200, clock = 'redis' } = options
  const report = createReporter(options.onError)
  const connection = options.url === undefined ? null : connectRedis(options.url, timeoutMs)
  const client = connection ?? requireClient(options.client)
  const local = memoryRateLimits()
  const breaker = createBreaker(() => performance.now())
  let degraded = false

  return {
    consume: (charge) => decideOne(charge, true),
    consumeAll: (charges) => decide(charges, true, () => local.consumeAll(charges)),
    peek: (charge) => decideOne(charge, false),
    isDegraded() {
      // Whoever looks at an idle server's health wants to hear of it when Redis is back.
      probeIfDue()
      return degraded
    },
    isDown: () => strict && breaker.isOpen(),
    close: async () => connection?.close(),
  }

  async function decideOne(charge: Charge, isTaken: boolean): Promise<RateDecision> {
    const alone = async () => [isTaken ? await local.consume(charge) : await local.peek(charge)]
    const [decision] = await decide([charge], isTaken, alone)
    if (!decision) throw new Error('Latchkey: a charge was given no decision.')
    return decision
  }

  async function decide(
    charges: readonly Charge[],
    isTaken: boolean,
    decideAlone: () => readonly RateDecision[] | Promise<readonly RateDecision[]>,
  ): Promise<readonly RateDecision[]> {
    if (breaker.isOpen()) {
      probeIfDue()
      return withoutRedis(new Error('Latchkey: Redis is out of reach.'), decideAlone)
    }
    try {
      const decisions = await ask(charges, isTaken)
      breaker.succeeded()
      degraded = false
      return decisions
    } catch (error) {
      degraded = true
      if (!isAboutOneBucket(error) && breaker.failed()) report(error)
      return withoutRedis(error, decideAlone)
    }
  }

  function withoutRedis<T>(error: unknown, decideAlone: () => T): T {
    if (strict) throw error
    return decideAlone()
  }

  /** In the background, so that no request waits for what has not answered before. */
  function probeIfDue(): void {
    if (!degraded || !breaker.isProbeDue()) return
    const probe = { policy: 'probe', subject: '', rate: { limit: 60, windowSeconds: 60 }, now: Date.now() }
    ask([probe], true).then(
      () => {
        breaker.succeeded()
        degraded = false
      },
      (error: unknown) => {
        if (breaker.failed()) report(error)
      },
    )
  }

  function ask(charges: readonly Charge[], isTaken: boolean): Promise<readonly RateDecision[]> {
    return withinDeadline(timeoutMs, async () => {
      await connection?.tried()
      return readDecisions(await runScript(client, toArguments(charges, isTaken)), charges)
    })
  }

  function toArguments(charges: readonly Charge[], isTaken: boolean): ScriptArguments {
    const now = clock === 'redis' ? '' : String(charges[0]?.now)
    // A caller's clock may stand still, as in a test, while Redis forgets by its own.
    const keptMs = clock === 'redis' ? '0' : '60000'
    return {
      keys: charges.map(({ policy, subject }) => `${prefix}${policy}:${subject}`),
      values: [
        now,
        isTaken ? '1' : '0',
        keptMs,
        ...charges.flatMap(({ rate }) => {
          const { intervalMs, fullLevel } = toLeak(rate)
          return [String(intervalMs), String(fullLevel)]
        }),
      ],
    }
  }
}

function requireClient(client: RedisClient | undefined): RedisClient {
  if (client) return client
  throw new Error(
    'Latchkey: redisRateLimits was given neither a `url` nor a `client`. It would count nothing that another process sees. Name one of them.',
  )
}

interface ScriptArguments {
  keys: string[]
  values: string[]
}

const digest = createHash('sha1').update(leakScript).digest('hex')

/** By its digest; whole where Redis has not seen it, or has forgotten it. It then has done nothing yet. */
async function runScript(client: RedisClient, { keys, values }: ScriptArguments): Promise<unknown> {
  try {
    return await client.evalsha(digest, keys.length, ...keys, ...values)
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error
    return await client.eval(leakScript, keys.length, ...keys, ...values)
  }
}

function readDecisions(answer: unknown, charges: readonly Charge[]): RateDecision[] {
  if (!Array.isArray(answer) || answer.length !== 2 * charges.length) {
    throw new Error('Latchkey: Redis gave no answer of the script.')
  }
  return charges.map(({ rate }, index) => {
    const [allowed, level] = [Number(answer[2 * index]), Number(answer[2 * index + 1])]
    if (!Number.isFinite(level)) throw new Error('Latchkey: Redis gave no level.')
    return toDecision(allowed === 1, level, rate)
  })
}

/** Somebody else's value lies where a bucket should be. Redis is well, and so are all other buckets. */
function isAboutOneBucket(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error && cause.message.includes('WRONGTYPE')
}
