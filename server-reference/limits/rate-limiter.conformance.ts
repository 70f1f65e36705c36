import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Charge, RateLimiter } from '../core/rate-limiter.js'
import { type Bucket, gcra } from './gcra.js'

export type OpenLimiter = () => RateLimiter | Promise<RateLimiter>

const start = 1_800_000_000_000
const charge = (subject: string, now = start, rest: Partial<Charge> = {}): Charge => ({
  policy: 'key',
  subject,
  rate: { limit: 2, windowSeconds: 60 },
  now,
  ...rest,
})

/**
 * What every limiter promises. Call it once for each, from a test file.
 *
 * @param open gives a limiter that nobody has used, which goes by the caller's clock
 */
export function describeRateLimiter(name: string, open: OpenLimiter): void {
  describe(`${name} rate limits`, () => {
    let limiter: RateLimiter

    beforeEach(async () => {
      limiter = await open()
    })
    afterEach(() => limiter.close?.())

    it('count each subject and each policy by itself', async () => {
      await limiter.consume(charge('a'))
      await limiter.consume(charge('a'))
      expect(await limiter.consume(charge('a'))).toMatchObject({ allowed: false })
      expect(await limiter.consume(charge('b'))).toMatchObject({ allowed: true, remaining: 1 })
      const other = charge('a', start, { policy: 'default' })
      expect(await limiter.consume(other)).toMatchObject({ allowed: true })
    })

    it('say what is left and when more is free (HT-9)', async () => {
      const first = { allowed: true, remaining: 1, resetSeconds: 30, retryAfterSeconds: 0 }
      const second = { allowed: true, remaining: 0, resetSeconds: 60, retryAfterSeconds: 30 }
      const third = { allowed: false, remaining: 0, resetSeconds: 60, retryAfterSeconds: 30 }
      for (const expected of [first, second, third, third]) {
        expect(await limiter.consume(charge('a'))).toEqual(expected)
      }
    })

    it('answer a peek as they would a charge, and take nothing', async () => {
      const seen = await limiter.peek(charge('a'))
      await limiter.peek(charge('a'))
      expect(await limiter.consume(charge('a'))).toEqual(seen)
    })

    it('are free again after the window', async () => {
      await limiter.consume(charge('a'))
      await limiter.consume(charge('a'))
      expect(await limiter.consume(charge('a', start + 29_000))).toMatchObject({ allowed: false })
      expect(await limiter.consume(charge('a', start + 30_000))).toMatchObject({ allowed: true })
    })

    it('take from all that apply, or from none (VF-10)', async () => {
      const key = charge('key')
      const consumer = charge('shop', start, { policy: 'consumer', rate: { limit: 1, windowSeconds: 60 } })
      expect(await limiter.consumeAll([key, consumer])).toMatchObject([{ remaining: 1 }, { remaining: 0 }])
      expect(await limiter.consumeAll([key, consumer])).toMatchObject([{ allowed: true }, { allowed: false }])
      expect(await limiter.consumeAll([consumer, key])).toMatchObject([{ allowed: false }, { allowed: true }])
      expect(await limiter.consume(key)).toMatchObject({ allowed: true, remaining: 0 })
    })

    it('follow a limit that was lowered meanwhile', async () => {
      const before = charge('a', start, { rate: { limit: 500, windowSeconds: 10 } })
      for (let count = 0; count < 5; count += 1) await limiter.consume(before)
      const after = charge('a', start, { rate: { limit: 2, windowSeconds: 10 } })
      expect(await limiter.consume(after)).toMatchObject({ allowed: false, retryAfterSeconds: 5 })
    })

    it('lock nobody out for longer than a window, when the clock was set back (fault 19)', async () => {
      await limiter.consume(charge('a'))
      await limiter.consume(charge('a'))
      const back = start - 86_400_000
      expect(await limiter.peek(charge('a', back))).toMatchObject({ allowed: false, retryAfterSeconds: 30 })
      expect(await limiter.peek(charge('a', back + 30_000))).toMatchObject({ allowed: true })
    })

    it('never refuse a client that stays under its rate, at whatever moments it comes', async () => {
      const random = sequence(7)
      for (const [limit, windowSeconds] of [
        [1, 1],
        [3, 1],
        [7, 60],
        [500, 1],
        [11, 86_399],
      ] as const) {
        const rate = { limit, windowSeconds }
        const subject = `steady-${limit}`
        let due = start
        for (let count = 0; count < 300; count += 1) {
          const now = Math.floor(due)
          const decision = await limiter.consume(charge(subject, now, { rate }))
          expect(decision.allowed).toBe(true)
          due += ((windowSeconds * 1000) / limit) * (1 + random() ** 4)
        }
      }
    })

    it('decide as the one rule does, whatever comes', async () => {
      const random = sequence(11)
      const rate = { limit: 5, windowSeconds: 3 }
      let bucket: Bucket | null = null
      let now = start
      for (let count = 0; count < 500; count += 1) {
        const expected = gcra(bucket, rate, now)
        expect(await limiter.consume(charge('any', now, { rate }))).toEqual(expected.decision)
        bucket = expected.bucket
        now += Math.floor(random() * 1_000)
      }
    })

    it('let exactly the limit pass, however many ask at once', async () => {
      const rate = { limit: 25, windowSeconds: 60 }
      const asked = Array.from({ length: 200 }, () => limiter.consume(charge('crowd', start, { rate })))
      const decisions = await Promise.all(asked)
      expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(25)
    })
  })
}

/** Numbers from 0 to 1 that look random and are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
}
