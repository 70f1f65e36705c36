import type { DatabaseSync } from 'node:sqlite'

/** Copies the row `:source` with some columns replaced. Generated columns are left to the database. */
export function copyStatement(database: DatabaseSync, table: string, replaced: readonly string[]) {
  const columns = database
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .map(({ name }) => String(name))
  const values = columns.map((column) => (replaced.includes(column) ? `:${column}` : `"${column}"`))
  const targets = columns.map((column) => `"${column}"`)
  return database.prepare(
    `INSERT INTO ${table} (${targets.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE id = :source`,
  )
}
