import { endOf } from '../../../src/contract/index.js'
import type { StoredKey, VerificationRecord } from '../../core/stored-key.js'

export function toVerificationRecord(key: StoredKey, consumerSuspended: boolean): VerificationRecord {
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
    consumerSuspended,
  }
}
