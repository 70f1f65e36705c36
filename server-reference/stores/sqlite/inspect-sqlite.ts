import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import {
  countImported,
  type DatabaseInspection,
  type InspectionOptions,
  toSchemaState,
} from '../database-inspection.js'
import { applicationId, schemaVersion } from './prepare-schema.js'

/** Looks at a file without changing it; where there is none, none is made. */
export async function inspectSqlite(
  path: string,
  { withKeys }: InspectionOptions,
): Promise<DatabaseInspection> {
  const empty = { clock: null, newestEventMs: null, pepperIds: [], importedKeys: 0 }
  if (!existsSync(path)) return { schema: toSchemaState(null, schemaVersion), ...empty }
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  try {
    const read = (sql: string) => database.prepare(sql).get()
    const marker = Number(read('PRAGMA application_id')?.application_id)
    if (marker !== 0 && marker !== applicationId) {
      return { schema: { state: 'foreign', version: 0, known: schemaVersion }, ...empty }
    }
    if (!read("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'latchkey_schema'")) {
      return { schema: toSchemaState(null, schemaVersion), ...empty }
    }
    const version = Number(read('SELECT version FROM latchkey_schema')?.version)
    const newest = read('SELECT at FROM latchkey_events ORDER BY id DESC LIMIT 1')?.at
    const distinct = 'SELECT DISTINCT digest_pepper_id AS id FROM latchkey_keys WHERE revoked_at IS NULL'
    const peppers = withKeys ? database.prepare(distinct).all() : []
    return {
      schema: toSchemaState(version, schemaVersion),
      clock: null,
      newestEventMs: typeof newest === 'number' ? newest : null,
      pepperIds: peppers.map(({ id }) => (typeof id === 'string' ? id : null)),
      importedKeys: withKeys ? Number(read(countImported)?.count) : 0,
    }
  } finally {
    database.close()
  }
}
