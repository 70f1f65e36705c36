import type { VerificationRecord } from '../../core/stored-key.js'
import type { KeyTable } from './key-database.js'

const bits = { revoked: 1, disabled: 2, seenExpired: 4, suspended: 8 } as const

/**
 * By hand and prepared once: a query builder would cost many times what the read itself does. Half of that is the
 * price of a column, so an empty allowlist is null, the digest's algorithm follows from its pepper, and what is only
 * true or false shares one number.
 *
 * @param id how the database writes its first parameter
 */
export function verificationQuery(id: '?' | '$1'): string {
  return `
  SELECT k.consumer_id, k.name, k.environment, k.scopes, nullif(k.ip_allowlist, '[]'), k.rate_limit,
    k.rate_window_seconds, k.digest_pepper_id, k.digest_value, k.ends_at, k.lineage_id,
    CASE WHEN k.revoked_at IS NULL THEN 0 ELSE ${bits.revoked} END
    + CASE WHEN k.disabled_at IS NULL THEN 0 ELSE ${bits.disabled} END
    + CASE WHEN k.expired_seen_at IS NULL THEN 0 ELSE ${bits.seenExpired} END
    + CASE WHEN s.suspended_at IS NULL THEN 0 ELSE ${bits.suspended} END
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
  endsAtMs: number | null,
  lineageId: string | null,
  state: number,
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
  const state = row[11]
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
    revoked: (state & bits.revoked) !== 0,
    disabled: (state & bits.disabled) !== 0,
    endsAtMs: row[9],
    seenExpired: (state & bits.seenExpired) !== 0,
    consumerSuspended: (state & bits.suspended) !== 0,
    lineageId: row[10] ?? id,
  }
}

const none: readonly string[] = Object.freeze([])
