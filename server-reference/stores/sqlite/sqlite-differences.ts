import { sql } from 'kysely'
import type { SqlDialect } from '../sql/sql-access.js'

/** SQLITE_CONSTRAINT_UNIQUE */
const uniqueConstraintFailed = 2067

/** How SQLite says what the shared queries need. */
export const sqliteDifferences: SqlDialect = {
  isNameTaken: (error) =>
    error instanceof Error &&
    'errcode' in error &&
    error.errcode === uniqueConstraintFailed &&
    error.message.includes('latchkey_keys.name'),
  jsonElements: (json) => sql`json_each(${json})`,
  // A transaction is the only one that writes, from its first statement on (BEGIN IMMEDIATE).
  takeTurns: async () => {},
  locksRows: false,
}
