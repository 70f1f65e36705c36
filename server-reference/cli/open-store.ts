import type { ApiKeyStore } from '../core/api-key-store.js'
import type { DatabasePlace } from '../variables/parse-database-url.js'
import { loadOptional } from './load-optional.js'

/** Nobody waits in a queue behind a command, so it may take its time, in milliseconds. */
export const patienceMs = 15_000

/** @param mustExist false: the tables are made, or brought up to date, by the first call */
export async function openStore(
  place: DatabasePlace,
  { mustExist, now }: { mustExist: boolean; now: () => number },
): Promise<ApiKeyStore> {
  if (place.type === 'sqlite') {
    const { sqliteStore } = await loadOptional(() => import('../stores/sqlite/index.js'), 'kysely')
    return sqliteStore({ path: place.path, busyTimeoutMs: 5_000, mustExist, now })
  }
  const { postgresStore } = await loadOptional(() => import('../stores/postgres/index.js'), 'kysely pg')
  return postgresStore({ url: place.url, timeoutMs: patienceMs, maxConnections: 3, mustExist, now })
}
