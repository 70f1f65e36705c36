import { type ApiKey, endOf, toInstant } from '../../../src/contract/index.js'
import type { KeyChanges, StoreUpdate, UpdateOutcome } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { boundEvent } from '../bound-event.js'
import { hasEnded, holdsName, isNameTaken } from '../held-names.js'
import { onlySwitches } from '../only-switches.js'
import type { MemoryState } from './memory-state.js'
import { ownKey, toApiKey } from './to-api-key.js'

export function updateKey(state: MemoryState, update: StoreUpdate): UpdateOutcome {
  const { ref, expectedVersion, now, changes, event } = update
  const key = ownKey(state, ref)
  if (!key) return { ok: false, code: 'not_found' }
  const hasOverlap = key.rotation?.overlapEndsAt !== undefined
  if (key.revokedAt !== null || hasEnded(key, now) || (changes.overlapEndsAt !== undefined && !hasOverlap)) {
    return { ok: false, code: 'key_not_updatable' }
  }
  if (expectedVersion !== null && expectedVersion !== key.version) {
    return { ok: false, code: 'version_conflict' }
  }
  const isEnabled = key.disabledAt === null
  if (onlySwitches(changes) && isEnabled === changes.enabled) return { ok: true, key: toApiKey(key) }
  const changed = changeKey(key, changes, now)
  if (holdsName(changed) && isNameTaken(state.keys, changed)) return { ok: false, code: 'name_taken' }
  state.keys.set(key.id, changed)
  if (isExtended(key, changed)) state.seenExpired.delete(key.id)
  state.events.push(boundEvent(event))
  return { ok: true, key: toApiKey(changed) }
}

function isExtended(key: StoredKey, changed: StoredKey): boolean {
  const [before, after] = [endOf(key), endOf(changed)]
  return before !== null && (after === null || after > before)
}

function changeKey(key: StoredKey, changes: KeyChanges, now: number): StoredKey {
  const { enabled, overlapEndsAt, ...fields } = structuredClone(changes)
  const changed: StoredKey = { ...key, updatedAt: toInstant(now), version: key.version + 1 }
  if (fields.name !== undefined) changed.name = fields.name
  if (fields.description !== undefined) changed.description = fields.description
  if (fields.expiresAt !== undefined) changed.expiresAt = fields.expiresAt
  if (fields.scopes !== undefined) changed.scopes = fields.scopes
  if (fields.ipAllowlist !== undefined) changed.ipAllowlist = fields.ipAllowlist
  if (fields.rateLimit !== undefined) changed.rateLimit = fields.rateLimit
  if (enabled === true) changed.disabledAt = null
  if (enabled === false) changed.disabledAt ??= toInstant(now)
  const overlap = overlapEndsAt ?? key.rotation?.overlapEndsAt
  if (overlap !== undefined) {
    changed.rotation = { ...key.rotation, overlapEndsAt: earlier(overlap, changed.expiresAt) }
  }
  return changed
}

/** An overlap never outlasts the key's own expiry. */
export function earlier(overlapEndsAt: string, expiresAt: ApiKey['expiresAt']): string {
  return expiresAt !== null && Date.parse(expiresAt) < Date.parse(overlapEndsAt) ? expiresAt : overlapEndsAt
}
