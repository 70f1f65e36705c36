import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStore } from '../../stores/memory/index.js'
import type { ApiKeyStore, NewEvent, UsageEntry } from '../api-key-store.js'
import { createExpiryGatherer } from './create-expiry-gatherer.js'
import { createFlusher } from './create-flusher.js'

const entry: UsageEntry = { keyId: 'a', day: '2026-11-23', allowed: 1, denied: 0, lastUsedAt: null }

const refusalOf = (keyId: string): NewEvent => ({
  keyId,
  consumerId: 'ada',
  type: 'refused',
  at: '2026-11-23T12:00:00.000Z',
  actor: null,
  address: null,
  userAgent: null,
  reason: 'key_expired',
  changes: [],
})

function flusherOver(
  recordUsage: ApiKeyStore['recordUsage'],
  recordEvent: ApiKeyStore['recordEvent'] = async () => {},
) {
  let waiting: UsageEntry[] = []
  const refused: NewEvent[] = []
  const errors: unknown[] = []
  const usage = {
    take: () => waiting.splice(0),
    putBack: (entries: readonly UsageEntry[]) => {
      waiting = [...entries]
    },
  }
  const settings = {
    store: { ...memoryStore(), recordUsage, recordEvent },
    flushIntervalMs: 1000,
    now: Date.now,
    lookAtClock: () => {},
    report: (error: unknown) => errors.push(error),
  }
  const refusals = {
    take: () => refused.splice(0),
    putBack: (events: readonly NewEvent[]) => void refused.push(...events),
  }
  const flusher = createFlusher(settings, () => ({
    usage,
    refusals,
    expiries: createExpiryGatherer(() => {}),
  }))
  return { flusher, errors, refused, add: () => waiting.push(entry), waiting: () => waiting }
}

describe('writing what was gathered', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('happens once a second, and only where there is something to write', async () => {
    const written: (readonly UsageEntry[])[] = []
    const { flusher, add } = flusherOver(async (entries) => void written.push(entries))
    await vi.advanceTimersByTimeAsync(5000)
    expect(vi.getTimerCount()).toBe(0)
    for (const _ of [1, 2, 3]) {
      add()
      flusher.notify()
    }
    await vi.advanceTimersByTimeAsync(999)
    expect(written).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(written).toEqual([[entry, entry, entry]])
    expect(vi.getTimerCount()).toBe(0)
    add()
    flusher.notify()
    await vi.advanceTimersByTimeAsync(1000)
    expect(written).toHaveLength(2)
  })

  it('that fails is reported and tried again (VF-14)', async () => {
    let isDown = true
    const { flusher, add, errors, waiting } = flusherOver(async () => {
      if (isDown) throw new Error('down')
    })
    add()
    await flusher.flush()
    expect(errors).toHaveLength(1)
    expect(waiting()).toEqual([entry])
    isDown = false
    await vi.advanceTimersByTimeAsync(1000)
    expect(waiting()).toEqual([])
  })

  it('goes by parts, so that no key is held up for long, and only what is left is tried again', async () => {
    const sizes: number[] = []
    const { flusher, add, errors, waiting } = flusherOver(async (entries) => {
      sizes.push(entries.length)
      if (sizes.length === 2) throw new Error('down')
    })
    for (let count = 0; count < 1_200; count += 1) add()
    const failed = flusher.flush()
    await vi.advanceTimersByTimeAsync(10)
    await failed
    expect(errors).toHaveLength(1)
    expect(waiting()).toHaveLength(700)
    await vi.advanceTimersByTimeAsync(2000)
    expect(sizes).toEqual([500, 500, 500, 200])
    expect(waiting()).toEqual([])
  })

  it('that is only late is not done twice', async () => {
    const { flusher, add, errors, waiting } = flusherOver(() => new Promise(() => {}))
    add()
    const flushed = flusher.flush()
    await vi.advanceTimersByTimeAsync(5001)
    await flushed
    expect(errors).toHaveLength(1)
    expect(waiting()).toEqual([])
  })

  it('by a store slower than the interval is never queued: who asks waits for two writes at most', async () => {
    let begun = 0
    let atOnce = 0
    const { flusher, add } = flusherOver(async () => {
      begun += 1
      atOnce += 1
      await new Promise((written) => setTimeout(written, 3000))
      expect(atOnce).toBe(1)
      atOnce -= 1
    })
    for (let count = 0; count < 600; count += 1) {
      add()
      flusher.notify()
      if (count % 50 === 0) void flusher.flush()
      await vi.advanceTimersByTimeAsync(100)
    }
    const before = begun
    expect(before).toBeLessThanOrEqual(20)
    flusher.stop()
    add()
    const flushed = Promise.all([flusher.flush(), flusher.flush()])
    await vi.advanceTimersByTimeAsync(6000)
    await flushed
    expect(begun - before).toBeLessThanOrEqual(2)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('of refusals goes on where it failed, and an event that no store takes holds up no other', async () => {
    const written: string[] = []
    const { flusher, errors, refused } = flusherOver(
      async () => {},
      async ({ keyId }) => {
        if (keyId === 'b') throw new Error('no such key')
        written.push(keyId)
      },
    )
    refused.push(...['a', 'b', 'c', 'd'].map(refusalOf))
    await flusher.flush()
    expect(written).toEqual(['a'])
    expect(refused.map(({ keyId }) => keyId)).toEqual(['c', 'd', 'b'])
    await vi.advanceTimersByTimeAsync(1000)
    expect(written).toEqual(['a', 'c', 'd'])
    expect(errors).toHaveLength(2)
  })

  it('of many refusals to a slow store ends in time, and the rest is written later', async () => {
    let written = 0
    const { flusher, refused } = flusherOver(
      async () => {},
      async () => {
        await new Promise((done) => setTimeout(done, 400))
        written += 1
      },
    )
    refused.push(...Array.from({ length: 100 }, (_, index) => refusalOf(`key ${index}`)))
    const flushed = flusher.flush()
    await vi.advanceTimersByTimeAsync(5500)
    await flushed
    expect(written + refused.length).toBe(100)
    expect(written).toBeLessThan(20)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(written).toBe(100)
  })
})
