import type { DatabaseInspection, InspectionOptions } from '../stores/database-inspection.js'
import type { DatabasePlace } from '../variables/parse-database-url.js'
import { loadOptional } from './load-optional.js'

/** What is in a database. Changes nothing, and makes no file. */
export async function inspectDatabase(
  place: DatabasePlace,
  options: InspectionOptions = { withKeys: false },
): Promise<DatabaseInspection> {
  if (place.type === 'sqlite') {
    const { inspectSqlite } = await loadOptional(() => import('../stores/sqlite/inspect-sqlite.js'), 'kysely')
    return inspectSqlite(place.path, options)
  }
  const { inspectPostgres } = await loadOptional(
    () => import('../stores/postgres/inspect-postgres.js'),
    'kysely pg',
  )
  return inspectPostgres(place.url, options)
}
