import pg from 'pg'
import {
  countImported,
  type DatabaseInspection,
  type InspectionOptions,
  toSchemaState,
} from '../database-inspection.js'
import { connectionOptions } from './guarded-pool.js'
import { schemaVersion } from './prepare-schema.js'

/** Long enough to look through a table of some millions of keys, in milliseconds. */
const timeoutMs = 15_000

/** Looks at a database without changing it. */
export async function inspectPostgres(
  url: string,
  { withKeys }: InspectionOptions,
): Promise<DatabaseInspection> {
  const client = new pg.Client(connectionOptions(url, timeoutMs))
  // The server may end it; the query says so.
  client.on('error', () => {})
  try {
    await client.connect()
    // Of the transaction, not of the session: a pooler would give that to whoever comes next.
    await client.query('BEGIN READ ONLY')
    const inspection = await look(client, withKeys)
    await client.query('COMMIT')
    return inspection
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function look(client: pg.Client, withKeys: boolean): Promise<DatabaseInspection> {
  const read = async (sql: string) => (await client.query<Record<string, unknown>>(sql)).rows
  const sentMs = Date.now()
  const [time] = await read('SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now')
  // Halfway between question and answer.
  const clock = { databaseMs: Number(time?.now), callerMs: (sentMs + Date.now()) / 2 }
  const [table] = await read(
    "SELECT EXISTS (SELECT FROM pg_catalog.pg_class WHERE relname = 'latchkey_schema' AND pg_catalog.pg_table_is_visible(oid)) AS found",
  )
  if (table?.found !== true) {
    const schema = toSchemaState(null, schemaVersion)
    return { schema, clock, newestEventMs: null, pepperIds: [], importedKeys: 0 }
  }
  const [schema] = await read('SELECT version FROM latchkey_schema')
  const [newest] = await read('SELECT at FROM latchkey_events ORDER BY id DESC LIMIT 1')
  const distinct = 'SELECT DISTINCT digest_pepper_id AS id FROM latchkey_keys WHERE revoked_at IS NULL'
  const peppers = withKeys ? await read(distinct) : []
  const [imported] = withKeys ? await read(countImported) : []
  return {
    schema: toSchemaState(Number(schema?.version), schemaVersion),
    clock,
    newestEventMs: typeof newest?.at === 'number' ? newest.at : null,
    pepperIds: peppers.map(({ id }) => (typeof id === 'string' ? id : null)),
    importedKeys: Number(imported?.count ?? 0),
  }
}
