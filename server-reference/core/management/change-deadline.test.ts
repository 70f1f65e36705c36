import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { ada, createTestBench, withoutIdempotency } from '../test-bench.conformance.js'

/** A store that is far away: a new key takes it one and a half seconds. */
function openSlow(changeTimeoutMs: number | undefined) {
  const store = memoryStore()
  const { latchkey } = createTestBench({
    limits: { limiter: memoryRateLimits() },
    storeTimeoutMs: 500,
    // At once, so that no turn of a real event loop is waited for.
    sha256: () => 'a'.repeat(64),
    store: {
      ...store,
      changeTimeoutMs,
      insert: async (insertion) => {
        await new Promise((wake) => setTimeout(wake, 1_500))
        return store.insert(insertion)
      },
    },
  })
  return latchkey.management
}

describe('a change in a store that is far away', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('has as long as the store says that its steps take in all', async () => {
    const creating = openSlow(2_000).create(ada, { name: 'ci' }, withoutIdempotency)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await creating).toMatchObject({ ok: true })
  })

  it.each([1_000, undefined])('is refused once that is over: %s ms', async (changeTimeoutMs) => {
    const creating = openSlow(changeTimeoutMs).create(ada, { name: 'ci' }, withoutIdempotency)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await creating).toMatchObject({ ok: false, code: 'store_unavailable' })
  })
})
