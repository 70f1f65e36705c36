import type { ExpirySighting } from '../api-key-store.js'
import { hasEnded } from '../verification/judge-record.js'
import type { JudgedRecord } from '../verification/known-key.js'

/** Gathers which keys were refused as expired, so that a clock that is set back revives none (OP-12). */
export interface ExpiryGatherer {
  add(record: JudgedRecord, now: number): void
  /** Whether it waits to be written: the record does not say so yet. */
  has(record: JudgedRecord): boolean
  /** Some of those that wait. They go on to wait until they are settled. */
  peek(limit: number): ExpirySighting[]
  /** They are written. */
  settle(sightings: readonly ExpirySighting[]): void
  isWaiting(): boolean
}

/** How many wait between two writes; further ones are remembered when they are refused again. */
const maxKeys = 20_000

export function createExpiryGatherer(onAdd: () => void): ExpiryGatherer {
  const waiting = new Map<string, ExpirySighting & { endsAtMs: number | null }>()

  return {
    add(record, now) {
      if (record.seenExpired || !hasEnded(record, now) || has(record) || waiting.size >= maxKeys) return
      waiting.set(record.id, { keyId: record.id, atMs: now, endsAtMs: record.endsAtMs })
      onAdd()
    },
    has,
    peek: (limit) => Array.from(waiting.values(), ({ keyId, atMs }) => ({ keyId, atMs })).slice(0, limit),
    settle(sightings) {
      for (const { keyId, atMs } of sightings) {
        if (waiting.get(keyId)?.atMs === atMs) waiting.delete(keyId)
      }
    },
    isWaiting: () => waiting.size > 0,
  }

  /** Not where its end was moved since: then it may work again. */
  function has(record: JudgedRecord): boolean {
    if (waiting.size === 0) return false
    return waiting.get(record.id)?.endsAtMs === record.endsAtMs
  }
}
