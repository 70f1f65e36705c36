import { hash } from 'node:crypto'
import pg from 'pg'
import { idOf } from './make-secrets.bench.ts'

/** Copies a row of a table with some columns replaced: one array of values for each. Generated columns are left to the database. */
export async function fillPostgres(
  url: string,
  table: string,
  rowId: string,
  replaced: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ column_name: string }>(
      "SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER'",
      [table],
    )
    const columns = rows.map(({ column_name: name }) => name)
    const names = Object.keys(replaced)
    const values = columns.map((name) => (names.includes(name) ? `made."${name}"` : `source."${name}"`))
    const made = names.map((_, index) => `$${index + 2}::text[]`).join(', ')
    await client.query(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')})
       SELECT ${values.join(', ')} FROM "${table}" AS source,
         unnest(${made}) AS made (${names.map((name) => `"${name}"`).join(', ')})
       WHERE source.id = $1`,
      [rowId, ...Object.values(replaced)],
    )
    await client.query(`ANALYZE "${table}"`)
  } finally {
    await client.end()
  }
}

/** What makes each copied key another one. */
export function keyColumns(secrets: readonly string[]) {
  return {
    id: secrets.map(idOf),
    name: secrets.map((_, index) => `bench-${index}`),
    digest_value: secrets.map((secret) => hash('sha256', secret, 'hex')),
  }
}
