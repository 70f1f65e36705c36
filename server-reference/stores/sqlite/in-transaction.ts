import type { CompiledQuery, Kysely } from 'kysely'
import type { KeyDatabase } from '../sql/key-database.js'
import type { RowsOf } from '../sql/sql-access.js'

/** A transaction is the only one that writes, from its first statement on (BEGIN IMMEDIATE): that is its turn. */
export function inTransaction<Statements extends readonly CompiledQuery[]>(
  db: Kysely<KeyDatabase>,
  statements: Statements,
): Promise<RowsOf<Statements>> {
  return db.transaction().execute(async (trx) => {
    const all: unknown[][] = []
    for (const statement of statements) all.push((await trx.executeQuery(statement)).rows)
    // Kysely infers what each gives from its query; nothing at run time could prove it.
    return all as RowsOf<Statements>
  })
}
