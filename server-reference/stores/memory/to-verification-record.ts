import { endOf } from '../../../src/contract/index.js'
import type { StoredKey, VerificationRecord } from '../../core/stored-key.js'
import type { MemoryState } from './memory-state.js'

export function toVerificationRecord(key: StoredKey, state: MemoryState): VerificationRecord {
  return {
    id: key.id,
    consumerId: key.consumerId,
    name: key.name,
    environment: key.environment,
    scopes: [...key.scopes],
    ipAllowlist: [...key.ipAllowlist],
    rateLimit: key.rateLimit && { ...key.rateLimit },
    digest: { ...key.digest },
    revoked: key.revokedAt !== null,
    disabled: key.disabledAt !== null,
    endsAtMs: endOf(key),
    seenExpired: state.seenExpired.has(key.id),
    consumerSuspended: state.suspensions.has(key.consumerId),
    lineageId: lineageOf(key, state),
  }
}

/** The first key of the line of rotations. */
function lineageOf(key: StoredKey, state: MemoryState): string {
  let first = key
  for (;;) {
    const older = state.keys.get(first.rotation?.replacesId ?? '')
    if (!older) return first.id
    first = older
  }
}
