import { type ApiKey, endOf } from '../../src/contract/index.js'

/** Keys that are all at hand, by id. */
type Keys = ReadonlyMap<string, ApiKey>

/** A revoked key frees its name; a replaced one gives it to its successor. */
export function holdsName(key: ApiKey): boolean {
  return key.revokedAt === null && key.rotation?.replacedById === undefined
}

export function isNameTaken(keys: Keys, wanted: Pick<ApiKey, 'id' | 'consumerId' | 'name'>): boolean {
  return Array.from(keys.values()).some(
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
export function countLiveKeys(keys: Keys, consumerId: string, now: number): number {
  return Array.from(keys.values()).filter(
    (key) =>
      key.consumerId === consumerId && lasts(key, now) && !isLasting(keys, key.rotation?.replacedById, now),
  ).length
}

/** Whether there is such a key, which is neither revoked nor over. */
export function isLasting(keys: Keys, id: string | undefined, now: number): boolean {
  const key = id === undefined ? undefined : keys.get(id)
  return key !== undefined && lasts(key, now)
}

function lasts(key: ApiKey, now: number): boolean {
  return key.revokedAt === null && !hasEnded(key, now)
}

export function hasEnded(key: ApiKey, now: number): boolean {
  const endsAt = endOf(key)
  return endsAt !== null && now >= endsAt
}
