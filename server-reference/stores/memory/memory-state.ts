import type { ConsumerEvent, NewEvent } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'

/** Everything that a memory store holds. Keys are replaced, never changed in place. */
export interface MemoryState {
  keys: Map<string, StoredKey>
  /** In the order in which they were written. */
  events: (NewEvent | ConsumerEvent)[]
  /** Key id → day → counts. */
  usage: Map<string, Map<string, { allowed: number; denied: number }>>
  /** Ids of keys that were refused as expired. */
  seenExpired: Set<string>
  /** Consumer id → since when. */
  suspensions: Map<string, string>
  /** Key id and kind → what was said. */
  notices: Map<string, Set<string>>
  /** Scope and Idempotency-Key → the key that was made. */
  requests: Map<string, RememberedRequest>
}

export interface RememberedRequest {
  fingerprint: string
  keyId: string
  consumerId: string
  atMs: number
}

export function createMemoryState(keys: readonly StoredKey[]): MemoryState {
  return {
    keys: new Map(keys.map((key) => [key.id, structuredClone(key)])),
    events: [],
    usage: new Map(),
    seenExpired: new Set(),
    suspensions: new Map(),
    notices: new Map(),
    requests: new Map(),
  }
}
