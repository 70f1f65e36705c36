import { type ApiKey, toInstant } from '../../../src/contract/index.js'
import type { Revocation } from '../../core/api-key-store.js'
import { boundEvent } from '../bound-event.js'
import type { MemoryState } from './memory-state.js'
import { ownKey, toApiKey } from './to-api-key.js'

export function revokeKey(state: MemoryState, { ref, now, reason, event }: Revocation): ApiKey | null {
  const key = ownKey(state, ref)
  if (!key) return null
  if (key.revokedAt !== null) return toApiKey(key)
  const at = toInstant(now)
  const revoked = { ...key, revokedAt: at, revokedReason: reason, updatedAt: at, version: key.version + 1 }
  state.keys.set(key.id, revoked)
  state.events.push(boundEvent(event))
  return toApiKey(revoked)
}
