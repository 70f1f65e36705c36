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

/**
 * How many keys count against the consumer's quota. A replaced key is counted with its successor, and by itself once
 * that is over: otherwise whoever revokes successors would have any number of old keys.
 */
export function countLiveKeys(state: MemoryState, consumerId: string, now: number): number {
  return Array.from(state.keys.values()).filter(
    (key) =>
      key.consumerId === consumerId && lasts(key, now) && !isLasting(state, key.rotation?.replacedById, now),
  ).length
}

/** Whether there is such a key, which is neither revoked nor over. */
export function isLasting(state: MemoryState, id: string | undefined, now: number): boolean {
  const key = id === undefined ? undefined : state.keys.get(id)
  return key !== undefined && lasts(key, now)
}

function lasts(key: StoredKey, now: number): boolean {
  return key.revokedAt === null && !hasEnded(key, now)
}

export function hasEnded(key: StoredKey, now: number): boolean {
  const endsAt = endOf(key)
  return endsAt !== null && now >= endsAt
}
