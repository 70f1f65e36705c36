import { describe, expect, it } from 'vitest'
import { type Bucket, gcra } from './gcra.js'

const start = 1_800_000_000_000
const rates = [
  { limit: 1, windowSeconds: 1 },
  { limit: 3, windowSeconds: 1 },
  { limit: 7, windowSeconds: 60 },
  { limit: 600, windowSeconds: 60 },
  { limit: 500, windowSeconds: 1 },
  { limit: 1_000_000, windowSeconds: 86_400 },
  { limit: 11, windowSeconds: 86_399 },
]

/** Numbers that look random and are the same in every run. */
function* sequence(seed: number) {
  let state = seed
  while (true) {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    yield state / 2 ** 32
  }
}

describe.each(rates)('$limit requests in $windowSeconds s', (rate) => {
  const intervalMs = (rate.windowSeconds * 1000) / rate.limit

  it('never refuse a client that stays under its rate', () => {
    const random = sequence(rate.limit)
    let bucket: Bucket | null = null
    let now = start
    for (let count = 0; count < 5_000; count += 1) {
      const answer = gcra(bucket, rate, now)
      expect(answer.decision.allowed).toBe(true)
      bucket = answer.bucket
      now += intervalMs * (1 + (random.next().value ?? 0))
    }
  })

  it('never refuse a client that uses up its limit and then keeps exactly to its rate', () => {
    let bucket: Bucket = { level: rate.limit, atMs: start }
    for (let count = 1; count < 5_000; count += 1) {
      const answer = gcra(bucket, rate, Math.floor(start + count * intervalMs))
      expect(answer.decision.allowed).toBe(true)
      bucket = answer.bucket
    }
  })

  it('let exactly the limit pass at once', () => {
    let bucket: Bucket | null = { level: Math.max(0, rate.limit - 3), atMs: start }
    let passed = 0
    for (let count = 0; count < 9; count += 1) {
      const answer = gcra(bucket, rate, start)
      if (answer.decision.allowed) passed += 1
      bucket = answer.bucket
    }
    expect(passed).toBe(Math.min(3, rate.limit))
  })

  it('let a burst of the limit pass and then the limit per window', () => {
    let bucket: Bucket | null = { level: rate.limit, atMs: start }
    const passed = [0, 0]
    const tries = Math.min(rate.limit, 2_000)
    for (let step = 1; step <= 2 * tries; step += 1) {
      const answer = gcra(bucket, rate, start + step * intervalMs)
      // Asked twice at each step: the second is one more than the rate.
      const again = gcra(answer.bucket, rate, start + step * intervalMs)
      const half = step <= tries ? 0 : 1
      passed[half] = (passed[half] ?? 0) + Number(answer.decision.allowed) + Number(again.decision.allowed)
      bucket = again.bucket
    }
    expect(passed[0]).toBeLessThanOrEqual(tries + 1)
    expect(passed[1]).toBe(tries)
  })

  it('let at most the limit and what drains meanwhile pass, whenever they come', () => {
    const random = sequence(rate.limit + 1)
    let bucket: Bucket | null = null
    let now = start
    let passed = 0
    for (let count = 0; count < 5_000; count += 1) {
      const answer = gcra(bucket, rate, now)
      if (answer.decision.allowed) passed += 1
      bucket = answer.bucket
      now += intervalMs * (random.next().value ?? 0) * 0.5
    }
    expect(passed).toBeLessThanOrEqual(rate.limit + (now - start) / intervalMs + 0.51)
  })

  it('say when the next request passes, and keep their word', () => {
    let bucket: Bucket | null = { level: rate.limit, atMs: start }
    const refused = gcra(bucket, rate, start).decision
    expect(refused).toMatchObject({ allowed: false, remaining: 0, resetSeconds: rate.windowSeconds })
    expect(refused.retryAfterSeconds).toBeGreaterThan(0)
    bucket = { level: rate.limit, atMs: start }
    expect(gcra(bucket, rate, start + refused.retryAfterSeconds * 1000).decision.allowed).toBe(true)
  })

  it('charge nothing for what they refuse', () => {
    const full = { level: rate.limit, atMs: start }
    const once = gcra(full, rate, start).bucket
    expect(once.level).toBe(rate.limit)
  })

  it('lock nobody out for longer than a window when the clock is set back', () => {
    const full = { level: rate.limit, atMs: start }
    const back = start - 86_400_000
    const refused = gcra(full, rate, back)
    expect(refused.decision.retryAfterSeconds).toBeLessThanOrEqual(rate.windowSeconds)
    expect(gcra(refused.bucket, rate, back + rate.windowSeconds * 1000).decision.allowed).toBe(true)
  })
})

describe('a decision', () => {
  it('forgives the grain of the clock less than a request, however fast the rate', () => {
    const rate = { limit: 5_000, windowSeconds: 1 }
    expect(gcra({ level: 5_000, atMs: start }, rate, start).decision.allowed).toBe(false)
  })

  it('counts down what is left', () => {
    const rate = { limit: 3, windowSeconds: 60 }
    const first = gcra(null, rate, start)
    expect(first.decision).toEqual({ allowed: true, remaining: 2, resetSeconds: 20, retryAfterSeconds: 0 })
    const second = gcra(first.bucket, rate, start)
    const third = gcra(second.bucket, rate, start)
    expect(third.decision).toEqual({ allowed: true, remaining: 0, resetSeconds: 60, retryAfterSeconds: 20 })
  })

  it('follows a limit that was lowered meanwhile', () => {
    const busy = { level: 500, atMs: start }
    const { decision } = gcra(busy, { limit: 2, windowSeconds: 10 }, start)
    expect(decision).toEqual({ allowed: false, remaining: 0, resetSeconds: 10, retryAfterSeconds: 5 })
  })
})
