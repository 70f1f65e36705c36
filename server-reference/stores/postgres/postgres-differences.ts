import { sql } from 'kysely'
import pg from 'pg'
import type { SqlDialect } from '../sql/sql-access.js'

/** unique_violation */
const uniqueViolation = '23505'

/** Keeps these locks apart from another program's on the same database. */
export const lockSeed = 0x4c4b6579

/** How PostgreSQL says what the shared queries need. */
export const postgresDifferences: SqlDialect = {
  isNameTaken: (error) =>
    error instanceof pg.DatabaseError &&
    error.code === uniqueViolation &&
    error.constraint === 'latchkey_keys_name',
  jsonElements: (json) => sql`jsonb_array_elements(cast(${json} as jsonb))`,
  // In one order for everybody, so that no two wait for each other.
  takeTurns: async (trx, subjects) => {
    await sql`
      select pg_advisory_xact_lock(subject.hash) from (
        select distinct hashtextextended(name, ${sql.lit(lockSeed)}) as hash
        from unnest(cast(${[...subjects]} as text[])) as name order by 1
      ) as subject
    `.execute(trx)
  },
  locksRows: true,
}
