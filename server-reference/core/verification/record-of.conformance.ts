import type { VerificationRecord } from '../stored-key.js'

/** The record of a key that nothing stands against, for tests. */
export function recordOf(id: string, fields: Partial<VerificationRecord> = {}): VerificationRecord {
  return {
    id,
    consumerId: 'app_1',
    name: id,
    environment: 'live',
    scopes: [],
    ipAllowlist: [],
    rateLimit: null,
    digest: { algorithm: 'sha256', pepperId: null, value: '0'.repeat(64) },
    revoked: false,
    disabled: false,
    endsAtMs: null,
    seenExpired: false,
    consumerSuspended: false,
    lineageId: id,
    ...fields,
  }
}
