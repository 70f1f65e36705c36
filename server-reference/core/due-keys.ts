import type { NewEvent } from './new-event.js'

export interface DueQuery {
  /** `expiring`: ends at or before `endsBeforeMs`. `stale`: does not, and was last used, or else made, by `unusedSinceMs`. */
  kind: 'expiring' | 'stale'
  now: number
  endsBeforeMs: number
  unusedSinceMs: number
  /** As a former page gave it. null: from the first. */
  cursor: string | null
  /** How many keys are looked at, so that a page takes no longer in a large table. It may hold fewer, or none. */
  limit: number
}

export interface DuePage {
  keys: DueKey[]
  /** null: there are no more. */
  nextCursor: string | null
}

/** A key that neither was revoked, disabled or replaced, nor has ended. */
export interface DueKey {
  id: string
  consumerId: string
  name: string
  /** null: never. */
  endsAtMs: number | null
  /** null: not yet. */
  lastUsedAtMs: number | null
  createdAtMs: number
}

/** One thing to say about a key. */
export interface Notice {
  keyId: string
  kind: 'expiring' | 'stale' | 'new_network' | 'leaked'
  /**
   * What makes it another thing of the same kind, at most 128 characters. `expiring`: its end, and `stale`: its last
   * use, in milliseconds since the epoch; `never`: it was not used. `new_network`: the network. `leaked`: the UTC day, or `revoked`.
   */
  about: string
  /** Appended to the log with the claim, both or neither. Absent: nothing is. */
  event?: NewEvent | undefined
}
