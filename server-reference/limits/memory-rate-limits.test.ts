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
})
