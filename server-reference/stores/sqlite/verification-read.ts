import type { DatabaseSync } from 'node:sqlite'
import type { Selectable } from 'kysely'
import type { VerificationRecord } from '../../core/stored-key.js'
import { parseJsonList } from '../sql/json-list.js'
import type { KeyTable } from '../sql/key-database.js'
import { toRateLimit } from '../sql/key-row.js'

/** By hand and prepared once: a query builder would cost many times what the read itself does. */
const query = `
  SELECT k.consumer_id, k.name, k.environment, k.scopes, k.ip_allowlist, k.rate_limit, k.rate_window_seconds,
    k.digest_algorithm, k.digest_pepper_id, k.digest_value, k.revoked_at, k.disabled_at, k.ends_at,
    s.suspended_at
  FROM latchkey_keys k LEFT JOIN latchkey_suspensions s ON s.consumer_id = k.consumer_id
  WHERE k.id = ?`

interface Row
  extends Pick<
    Selectable<KeyTable>,
    | 'consumer_id'
    | 'name'
    | 'environment'
    | 'scopes'
    | 'ip_allowlist'
    | 'rate_limit'
    | 'rate_window_seconds'
    | 'digest_algorithm'
    | 'digest_pepper_id'
    | 'digest_value'
    | 'revoked_at'
    | 'disabled_at'
    | 'ends_at'
  > {
  suspended_at: number | null
}

/** One statement and at most two steps down a tree; it sees what every process has committed. */
export function prepareVerificationRead(database: DatabaseSync): (id: string) => VerificationRecord | null {
  const statement = database.prepare(query)
  return (id) => {
    // The table is STRICT and its CHECKs hold what the types say, so the query's columns are the row's.
    const row = statement.get(id) as Row | undefined
    if (row === undefined) return null
    return {
      id,
      consumerId: row.consumer_id,
      name: row.name,
      environment: row.environment,
      scopes: parseJsonList(row.scopes),
      ipAllowlist: parseJsonList(row.ip_allowlist),
      rateLimit: toRateLimit(row),
      digest: { algorithm: row.digest_algorithm, pepperId: row.digest_pepper_id, value: row.digest_value },
      revoked: row.revoked_at !== null,
      disabled: row.disabled_at !== null,
      endsAtMs: row.ends_at,
      consumerSuspended: row.suspended_at !== null,
    }
  }
}
