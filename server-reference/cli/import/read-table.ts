import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import type { DatabasePlace } from '../../variables/parse-database-url.js'
import { CommandStop } from '../command-stop.js'
import { describeFailure } from '../describe-failure.js'
import { exitCodes } from '../exit-codes.js'
import { loadOptional } from '../load-optional.js'
import { isRow, type Row } from './foreign-values.js'

/** All rows of another program's table. Changes nothing there. @param table a name of letters, digits and _ */
export async function readTable(place: DatabasePlace, table: string): Promise<Row[]> {
  if (!/^[A-Za-z_]\w{0,62}$/.test(table)) {
    throw new CommandStop(exitCodes.usage, '--table must be a name of letters, digits and _.')
  }
  const sql = `SELECT * FROM "${table}"`
  try {
    return place.type === 'sqlite' ? readFile(place.path, sql) : await readServer(place.url, sql)
  } catch (error) {
    if (error instanceof CommandStop) throw error
    const problem = `The table "${table}" cannot be read: ${describeFailure(error)}.`
    throw new CommandStop(
      exitCodes.failed,
      `${problem} Name its database with --from, and the table with --table.`,
    )
  }
}

function readFile(path: string, sql: string): Row[] {
  if (!existsSync(path))
    throw new CommandStop(exitCodes.failed, `There is no database at ${path}. Name it with --from.`)
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5_000 })
  try {
    return database.prepare(sql).all().filter(isRow)
  } finally {
    database.close()
  }
}

async function readServer(url: string, sql: string): Promise<Row[]> {
  const { default: pg } = await loadOptional(() => import('pg'), 'pg')
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 15_000,
    statement_timeout: 60_000,
  })
  // The server may end it; the query says so.
  client.on('error', () => {})
  try {
    await client.connect()
    // Of the transaction, not of the session: a pooler would give that to the program whose table it is.
    await client.query('BEGIN READ ONLY')
    const { rows } = await client.query<Record<string, unknown>>(sql)
    await client.query('COMMIT')
    return rows
  } finally {
    await client.end().catch(() => undefined)
  }
}
