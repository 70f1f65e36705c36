import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from './memory-rate-limits.js'

const start = 1_800_000_000_000
const charge = (subject: string, now = start, limit = 2) => ({
  policy: 'key',
  subject,
  rate: { limit, windowSeconds: 60 },
  now,
})

describe('rate limits in memory', () => {
  it('count each subject and each policy by itself', async () => {
    const limiter = memoryRateLimits()
    await limiter.consume(charge('a'))
    await limiter.consume(charge('a'))
    expect(await limiter.consume(charge('a'))).toMatchObject({ allowed: false })
    expect(await limiter.consume(charge('b'))).toMatchObject({ allowed: true, remaining: 1 })
    expect(await limiter.consume({ ...charge('a'), policy: 'default' })).toMatchObject({ allowed: true })
  })

  it('answer a peek as they would a charge, and take nothing', async () => {
    const limiter = memoryRateLimits()
    const seen = await limiter.peek(charge('a'))
    await limiter.peek(charge('a'))
    expect(await limiter.consume(charge('a'))).toEqual(seen)
  })

  it('are free again after the window', async () => {
    const limiter = memoryRateLimits()
    await limiter.consume(charge('a'))
    await limiter.consume(charge('a'))
    expect(await limiter.consume(charge('a', start + 30_000))).toMatchObject({ allowed: true })
  })

  it('lock nobody out who only looks, after the clock was set back', async () => {
    const limiter = memoryRateLimits()
    await limiter.consume(charge('a'))
    await limiter.consume(charge('a'))
    const back = start - 86_400_000
    expect(await limiter.peek(charge('a', back))).toMatchObject({ allowed: false })
    expect(await limiter.peek(charge('a', back + 30_000))).toMatchObject({ allowed: true })
  })

  it('forget drained subjects first when there are too many', async () => {
    const limiter = memoryRateLimits({ maxSubjects: 3 })
    for (const limit of [2, 2]) await limiter.consume(charge('busy', start, limit))
    await limiter.consume(charge('drained', start - 60_000))
    for (const subject of ['x', 'y']) await limiter.consume(charge(subject))
    expect(await limiter.peek(charge('busy'))).toMatchObject({ allowed: false })
  })
})
