import type { VerificationRecord } from '../../core/stored-key.js'
import type { KeyTable } from './key-database.js'

/**
 * By hand and prepared once: a query builder would cost many times what the read itself does. Half of that is the
 * price of a column, so an empty allowlist is null, and the digest's algorithm follows from its pepper.
 *
 * @param id how the database writes its first parameter
 */
export function verificationQuery(id: '?' | '$1'): string {
  return `
  SELECT k.consumer_id, k.name, k.environment, k.scopes, nullif(k.ip_allowlist, '[]'), k.rate_limit,
    k.rate_window_seconds, k.digest_pepper_id, k.digest_value, k.revoked_at, k.disabled_at, k.ends_at,
    s.suspended_at, k.lineage_id
  FROM latchkey_keys k LEFT JOIN latchkey_suspensions s ON s.consumer_id = k.consumer_id
  WHERE k.id = ${id}`
}

/** The query's columns, in its order; the tables' types and CHECKs hold them to it. */
export type VerificationRow = [
  consumerId: string,
  name: string,
  environment: KeyTable['environment'],
  scopes: string,
  ipAllowlist: string | null,
  rateLimit: number | null,
  rateWindowSeconds: number | null,
  digestPepperId: string | null,
  digestValue: string,
  revokedAt: number | null,
  disabledAt: number | null,
  endsAtMs: number | null,
  suspendedAt: number | null,
  lineageId: string | null,
]

/** @param readList reads a JSON list, frozen */
export function toVerificationRecord(
  id: string,
  row: VerificationRow,
  readList: (json: string) => readonly string[],
): VerificationRecord {
  const ipAllowlist = row[4]
  const limit = row[5]
  const windowSeconds = row[6]
  const pepperId = row[7]
  return {
    id,
    consumerId: row[0],
    name: row[1],
    environment: row[2],
    scopes: readList(row[3]),
    ipAllowlist: ipAllowlist === null ? none : readList(ipAllowlist),
    rateLimit: limit === null || windowSeconds === null ? null : { limit, windowSeconds },
    // A CHECK of the table: a digest is keyed exactly where it names a pepper.
    digest: { algorithm: pepperId === null ? 'sha256' : 'hmac-sha256', pepperId, value: row[8] },
    revoked: row[9] !== null,
    disabled: row[10] !== null,
    endsAtMs: row[11],
    consumerSuspended: row[12] !== null,
    lineageId: row[13] ?? id,
  }
}

const none: readonly string[] = Object.freeze([])
