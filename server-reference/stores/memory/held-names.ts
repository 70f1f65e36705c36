import { endOf } from '../../../src/contract/index.js'
import type { StoredKey } from '../../core/stored-key.js'
import type { MemoryState } from './memory-state.js'

/** A revoked key frees its name; a replaced one gives it to its successor. */
export function holdsName(key: StoredKey): boolean {
  return key.revokedAt === null && key.rotation?.replacedById === undefined
}

export function isNameTaken(
  state: MemoryState,
  wanted: Pick<StoredKey, 'id' | 'consumerId' | 'name'>,
): boolean {
  return Array.from(state.keys.values()).some(
    (key) =>
      key.id !== wanted.id &&
      key.consumerId === wanted.consumerId &&
      key.name === wanted.name &&
      holdsName(key),
  )
}

/** How many keys count against the consumer's quota. */
export function countLiveKeys(state: MemoryState, consumerId: string, now: number): number {
  return Array.from(state.keys.values()).filter(
    (key) => key.consumerId === consumerId && holdsName(key) && !hasEnded(key, now),
  ).length
}

export function hasEnded(key: StoredKey, now: number): boolean {
  const endsAt = endOf(key)
  return endsAt !== null && now >= endsAt
}
