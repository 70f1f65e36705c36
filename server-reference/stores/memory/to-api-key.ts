import type { ApiKey } from '../../../src/contract/index.js'
import type { KeyRef } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import type { MemoryState } from './memory-state.js'

/** A copy that the caller may keep and change, without the digest. */
export function toApiKey({ digest: _, ...key }: StoredKey): ApiKey {
  return structuredClone(key)
}

/** undefined: unknown, or another consumer's. */
export function ownKey(state: MemoryState, ref: KeyRef): StoredKey | undefined {
  const key = state.keys.get(ref.id)
  return key?.consumerId === ref.consumerId ? key : undefined
}
