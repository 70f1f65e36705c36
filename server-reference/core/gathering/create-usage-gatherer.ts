import type { UsageEntry } from '../api-key-store.js'

/** Counts requests in memory, so that a verification writes nothing (VF-14). */
export interface UsageGatherer {
  addAllowed(keyId: string, now: number): void
  addDenied(keyId: string, now: number): void
  /** What was counted since the last time, which is then forgotten here. */
  take(): UsageEntry[]
  /** How many keys wait to be written, and how many requests were not counted for want of room. */
  state(): { waiting: number; dropped: number }
  /** Counts again what could not be written. */
  putBack(entries: readonly UsageEntry[]): void
}

const dayMs = 24 * 60 * 60 * 1000
const lastUsedStepMs = 60_000

/**
 * @param onAdd told of each addition, so that somebody writes them in time
 * @param onCrowded told when half the room is taken, so that somebody writes them now
 * @param maxKeys how many keys are counted between two writes; requests of further ones are not
 */
export function createUsageGatherer(
  onAdd: () => void,
  onCrowded: () => void,
  maxKeys = 20_000,
): UsageGatherer {
  let counts = new Map<string, Count>()
  let earlierDays: UsageEntry[] = []
  /** When `lastUsedAt` was last given out, by key; the newest last. */
  const lastUsedGivenMs = new Map<string, number>()

  let dropped = 0

  return { addAllowed, addDenied, take, putBack, state }

  function addAllowed(keyId: string, now: number): void {
    const count = countOf(keyId, now)
    if (!count) return
    count.allowed += 1
    count.lastUsedMs = now
    onAdd()
  }

  function addDenied(keyId: string, now: number): void {
    const count = countOf(keyId, now)
    if (!count) return
    count.denied += 1
    onAdd()
  }

  function countOf(keyId: string, now: number): Count | null {
    const dayNumber = Math.floor(now / dayMs)
    const count = counts.get(keyId)
    if (count && count.dayNumber === dayNumber) return count
    if (counts.size + earlierDays.length >= maxKeys) {
      dropped += 1
      return null
    }
    if (count) earlierDays.push(toEntry(keyId, count))
    const fresh = { dayNumber, allowed: 0, denied: 0, lastUsedMs: null }
    counts.set(keyId, fresh)
    if (counts.size === Math.ceil(maxKeys / 2)) onCrowded()
    return fresh
  }

  function take(): UsageEntry[] {
    const entries = earlierDays
    for (const [keyId, count] of counts) entries.push(toEntry(keyId, count))
    counts = new Map()
    earlierDays = []
    return entries
  }

  function putBack(entries: readonly UsageEntry[]): void {
    for (const entry of entries) {
      if (counts.size + earlierDays.length >= maxKeys) return
      earlierDays.push(entry)
    }
  }

  function state() {
    return { waiting: counts.size + earlierDays.length, dropped }
  }

  function toEntry(keyId: string, { dayNumber, allowed, denied, lastUsedMs }: Count): UsageEntry {
    const day = new Date(dayNumber * dayMs).toISOString().slice(0, 10)
    const isDue = lastUsedMs !== null && lastUsedMs - (lastUsedGivenMs.get(keyId) ?? 0) >= lastUsedStepMs
    if (isDue) remember(keyId, lastUsedMs)
    return { keyId, day, allowed, denied, lastUsedAt: isDue ? new Date(lastUsedMs).toISOString() : null }
  }

  function remember(keyId: string, lastUsedMs: number): void {
    lastUsedGivenMs.delete(keyId)
    lastUsedGivenMs.set(keyId, lastUsedMs)
    for (const oldest of lastUsedGivenMs.keys()) {
      if (lastUsedGivenMs.size <= maxKeys) return
      lastUsedGivenMs.delete(oldest)
    }
  }
}

interface Count {
  /** Days since the epoch. */
  dayNumber: number
  allowed: number
  denied: number
  /** null: no request was allowed. */
  lastUsedMs: number | null
}
