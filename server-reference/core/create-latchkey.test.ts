import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { createTestBench } from './test-bench.conformance.js'

describe('closing', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('ends, and says that it was late, where the store answers no write; what is open is closed', async () => {
    const hang = () => new Promise<never>(() => {})
    const closed: string[] = []
    const { latchkey, issue, present } = createTestBench({
      store: {
        ...memoryStore(),
        recordUsage: hang,
        recordEvent: hang,
        claimNotices: hang,
        close: async () => void closed.push('store'),
      },
      limits: { limiter: { ...memoryRateLimits(), close: async () => void closed.push('limiter') } },
      onEvent: () => {},
    })
    const { secret } = await issue()
    await present(secret)
    const ended = latchkey.close().then(
      () => 'well',
      (error: unknown) => String(error),
    )
    await vi.advanceTimersByTimeAsync(5_001)
    expect(closed).toEqual(['limiter', 'store'])
    expect(await ended).toContain('no answer within')
  })
})
