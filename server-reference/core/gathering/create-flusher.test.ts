import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStore } from '../../stores/memory/index.js'
import type { ApiKeyStore, UsageEntry } from '../api-key-store.js'
import { createFlusher } from './create-flusher.js'

const entry: UsageEntry = { keyId: 'a', day: '2026-11-23', allowed: 1, denied: 0, lastUsedAt: null }

function flusherOver(recordUsage: ApiKeyStore['recordUsage']) {
  let waiting: UsageEntry[] = []
  const errors: unknown[] = []
  const usage = {
    take: () => waiting.splice(0),
    putBack: (entries: readonly UsageEntry[]) => {
      waiting = [...entries]
    },
  }
  const settings = {
    store: { ...memoryStore(), recordUsage },
    flushIntervalMs: 1000,
    now: Date.now,
    report: (error: unknown) => errors.push(error),
  }
  const flusher = createFlusher(settings, () => ({ usage, refusals: { take: () => [] } }))
  return { flusher, errors, add: () => waiting.push(entry), waiting: () => waiting }
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

  it('that is only late is not done twice', async () => {
    const { flusher, add, errors, waiting } = flusherOver(() => new Promise(() => {}))
    add()
    const flushed = flusher.flush()
    await vi.advanceTimersByTimeAsync(5000)
    await flushed
    expect(errors).toHaveLength(1)
    expect(waiting()).toEqual([])
  })
})
