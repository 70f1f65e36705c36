import type { UsageEntry } from '../api-key-store.js'
import { createKeyUses, type KeyUse } from './create-key-uses.js'

/** Counts requests in memory, so that a verification writes nothing (VF-14). */
export interface UsageGatherer {
  /** Where a key's requests are counted, to be kept by whoever counts many of them. */
  findUse(keyId: string): KeyUse
  addAllowed(use: KeyUse, now: number): void
  addDenied(use: KeyUse, now: number): void
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
  // Twice as many as can wait, so that there are always some to forget.
  const uses = createKeyUses(maxKeys * 2)
  let waiting: KeyUse[] = []
  let earlierDays: UsageEntry[] = []
  let dropped = 0

  return { findUse: uses.find, addAllowed, addDenied, take, putBack, state }

  function addAllowed(given: KeyUse, now: number): void {
    const use = countable(given, now)
    if (!use) return
    use.allowed += 1
    use.lastUsedOfDayMs = now - use.dayNumber * dayMs
    onAdd()
  }

  function addDenied(given: KeyUse, now: number): void {
    const use = countable(given, now)
    if (!use) return
    use.denied += 1
    onAdd()
  }

  /** null: there is no room for one more. */
  function countable(given: KeyUse, now: number): KeyUse | null {
    const use = given.isForgotten ? uses.find(given.keyId) : given
    const dayNumber = Math.floor(now / dayMs)
    if (use.isWaiting && use.dayNumber === dayNumber) return use
    if (waiting.length + earlierDays.length >= maxKeys) {
      dropped += 1
      return null
    }
    if (use.isWaiting) earlierDays.push(takeEntry(use))
    else wait(use)
    use.dayNumber = dayNumber
    return use
  }

  function wait(use: KeyUse): void {
    use.isWaiting = true
    waiting.push(use)
    if (waiting.length === Math.ceil(maxKeys / 2)) onCrowded()
  }

  function take(): UsageEntry[] {
    const entries = earlierDays
    const taken = waiting
    waiting = []
    earlierDays = []
    for (const use of taken) {
      entries.push(takeEntry(use))
      use.isWaiting = false
    }
    return entries
  }

  function putBack(entries: readonly UsageEntry[]): void {
    for (const entry of entries) {
      if (waiting.length + earlierDays.length >= maxKeys) return
      earlierDays.push(entry)
    }
  }

  function state() {
    return { waiting: waiting.length + earlierDays.length, dropped }
  }
}

/** What was counted, which begins at nothing again. */
function takeEntry(use: KeyUse): UsageEntry {
  const { keyId, allowed, denied, lastUsedOfDayMs } = use
  const dayBeganMs = use.dayNumber * dayMs
  const day = new Date(dayBeganMs).toISOString().slice(0, 10)
  const lastUsedMs = lastUsedOfDayMs < 0 ? 0 : dayBeganMs + lastUsedOfDayMs
  const isDue = lastUsedMs - use.lastUsedGivenMs >= lastUsedStepMs
  if (isDue) use.lastUsedGivenMs = lastUsedMs
  use.allowed = 0
  use.denied = 0
  use.lastUsedOfDayMs = -1
  return { keyId, day, allowed, denied, lastUsedAt: isDue ? new Date(lastUsedMs).toISOString() : null }
}
