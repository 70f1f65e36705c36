import type { DatabaseSync } from 'node:sqlite'
import type { VerificationRecord } from '../../core/stored-key.js'
import { parseJsonList } from '../sql/json-list.js'
import type { KeyTable } from '../sql/key-database.js'

/** By hand and prepared once: a query builder would cost many times what the read itself does. */
const query = `
  SELECT k.consumer_id, k.name, k.environment, k.scopes, k.ip_allowlist, k.rate_limit, k.rate_window_seconds,
    k.digest_algorithm, k.digest_pepper_id, k.digest_value, k.revoked_at, k.disabled_at, k.ends_at,
    s.suspended_at
  FROM latchkey_keys k LEFT JOIN latchkey_suspensions s ON s.consumer_id = k.consumer_id
  WHERE k.id = ?`

/** The query's columns, in its order. */
type Row = [
  consumerId: string,
  name: string,
  environment: KeyTable['environment'],
  scopes: string,
  ipAllowlist: string,
  rateLimit: number | null,
  rateWindowSeconds: number | null,
  digestAlgorithm: KeyTable['digest_algorithm'],
  digestPepperId: string | null,
  digestValue: string,
  revokedAt: number | null,
  disabledAt: number | null,
  endsAtMs: number | null,
  suspendedAt: number | null,
]

/** One statement and two steps down a tree; it sees what every process has committed. */
export function prepareVerificationRead(database: DatabaseSync): (id: string) => VerificationRecord | null {
  const statement = database.prepare(query)
  // A quarter faster than an object with fourteen names. Node 22 lacks it and gives the object.
  statement.setReturnArrays?.(true)
  return (id) => {
    const row: unknown = statement.get(id)
    return row === undefined ? null : toRecord(id, toTuple(row))
  }
}

function toTuple(row: unknown): Row {
  // The table is STRICT and its CHECKs hold what the types say, so what the query gives is this.
  return (Array.isArray(row) ? row : Object.values(Object(row))) as Row
}

function toRecord(id: string, row: Row): VerificationRecord {
  const limit = row[5]
  const windowSeconds = row[6]
  return {
    id,
    consumerId: row[0],
    name: row[1],
    environment: row[2],
    scopes: parseJsonList(row[3]),
    ipAllowlist: parseJsonList(row[4]),
    rateLimit: limit === null || windowSeconds === null ? null : { limit, windowSeconds },
    digest: { algorithm: row[7], pepperId: row[8], value: row[9] },
    revoked: row[10] !== null,
    disabled: row[11] !== null,
    endsAtMs: row[12],
    consumerSuspended: row[13] !== null,
  }
}
