import { toInstant } from '../../../src/contract/index.js'
import type { RotateOutcome, StoreRotation } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { boundEvent } from '../bound-event.js'
import { hasEnded, isLasting } from '../held-names.js'
import { addKey } from './insert-key.js'
import type { MemoryState } from './memory-state.js'
import { findReplay, rememberRequest } from './requests.js'
import { ownKey, toApiKey } from './to-api-key.js'
import { earlier } from './update-key.js'

export function rotateKey(state: MemoryState, rotation: StoreRotation): RotateOutcome {
  const { ref, expectedVersion, now, successor, idempotency, event } = rotation
  const replay = findReplay(state, idempotency, now)
  if (replay) return replay
  const key = ownKey(state, ref)
  if (!key) return { ok: false, code: 'not_found' }
  const isReplaced = key.rotation?.replacedById !== undefined
  // A rotation adds one working key beside another, never a third.
  const isInOverlap = isReplaced || isLasting(state.keys, key.rotation?.replacesId, now)
  const isOver = hasEnded(key, now) || state.seenExpired.has(key.id)
  if (key.revokedAt !== null || key.disabledAt !== null || isInOverlap || isOver) {
    return { ok: false, code: 'key_not_rotatable' }
  }
  if (typeof expectedVersion === 'number' && expectedVersion !== key.version) {
    return { ok: false, code: 'version_conflict' }
  }
  // The name that the old key has now, which a rename may have changed since the successor was made.
  addKey(state, { ...successor, name: key.name })
  const previous = endKey(key, rotation)
  state.keys.set(key.id, previous)
  rememberRequest(state, idempotency, successor, now)
  state.events.push(boundEvent(event))
  return { ok: true, previous: toApiKey(previous) }
}

function endKey(key: StoredKey, { now, successor, overlapEndsAt }: StoreRotation): StoredKey {
  const changed = { ...key, updatedAt: toInstant(now), version: key.version + 1 }
  const rotation = { ...key.rotation, replacedById: successor.id }
  return overlapEndsAt === null
    ? { ...changed, rotation, revokedAt: toInstant(now), revokedReason: 'rotated' }
    : { ...changed, rotation: { ...rotation, overlapEndsAt: earlier(overlapEndsAt, key.expiresAt) } }
}
