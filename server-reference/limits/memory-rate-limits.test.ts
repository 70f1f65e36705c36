import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from './memory-rate-limits.js'
import { describeRateLimiter } from './rate-limiter.conformance.js'

describeRateLimiter('Memory', () => memoryRateLimits())

const start = 1_800_000_000_000
const charge = (subject: string, now = start) => ({
  policy: 'key',
  subject,
  rate: { limit: 2, windowSeconds: 60 },
  now,
})

describe('rate limits in memory', () => {
  it('forget drained subjects first when there are too many', async () => {
    const limiter = memoryRateLimits({ maxSubjects: 3 })
    for (const _ of [1, 2]) await limiter.consume(charge('busy'))
    await limiter.consume(charge('drained', start - 60_000))
    for (const subject of ['x', 'y']) await limiter.consume(charge(subject))
    expect(await limiter.peek(charge('busy'))).toMatchObject({ allowed: false })
  })

  it('find a subject again by its place, for as long as it is remembered and by no other limiter', async () => {
    const place = { found: null }
    const limiter = memoryRateLimits({ maxSubjects: 1 })
    const placed = { ...charge('a'), place }
    for (const _ of [1, 2]) await limiter.consume(placed)
    expect(await limiter.consume(placed)).toMatchObject({ allowed: false })
    expect(await limiter.peek(charge('a'))).toMatchObject({ allowed: false })
    expect(await memoryRateLimits().consume(placed)).toMatchObject({ allowed: true, remaining: 1 })
    await limiter.consume(charge('b'))
    expect(await limiter.consume(placed)).toMatchObject({ allowed: true, remaining: 1 })
    expect(await limiter.peek(charge('a'))).toMatchObject({ allowed: true, remaining: 0 })
  })
})
