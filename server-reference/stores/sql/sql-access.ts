import type { Kysely, RawBuilder } from 'kysely'
import type { KeyDatabase } from './key-database.js'

/** How the queries reach one database, and what differs between databases. */
export interface SqlAccess {
  /** For single statements that write nothing. Sees only what is committed. */
  reads(): Promise<Kysely<KeyDatabase>>
  /** For transactions, which must be serializable from their first statement on. */
  writes(): Promise<Kysely<KeyDatabase>>
  dialect: SqlDialect
}

export interface SqlDialect {
  /** Is this what the driver throws when the index over names in use refuses a write? */
  isNameTaken(error: unknown): boolean
  /** A table expression over a JSON array: one row for each element, in a column `value`. */
  jsonElements(json: string): RawBuilder<unknown>
}
