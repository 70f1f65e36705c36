import type { Kysely, OperationNodeSource, RawBuilder, Transaction } from 'kysely'
import type { KeyDatabase } from './key-database.js'

/** How the queries reach one database, and what differs between databases. */
export interface SqlAccess {
  /** For single statements that write nothing. Sees only what is committed. */
  reads(): Promise<Kysely<KeyDatabase>>
  /** For transactions. Each statement sees what was committed before it. */
  writes(): Promise<Kysely<KeyDatabase>>
  dialect: SqlDialect
}

/** A statement that is not executed yet. */
export interface Write extends OperationNodeSource {
  execute(): Promise<unknown>
}

export interface SqlDialect {
  /** Is this what the driver throws when the index over names in use refuses a write? */
  isNameTaken(error: unknown): boolean
  /** A table expression over a JSON array: one row for each element, in a column `value`. */
  jsonElements(json: string): RawBuilder<unknown>
  /**
   * The first thing that a transaction does which reads before it writes: waits until no other one holds any of these
   * subjects, then holds them to its end. What it reads of them afterwards still holds when it writes.
   */
  takeTurns(trx: Transaction<KeyDatabase>, subjects: readonly string[]): Promise<void>
  /**
   * Writes of which none reads what another has written: in one round trip where a database is far away. They happen in
   * any order, and each sees what was there before all of them.
   */
  together(trx: Transaction<KeyDatabase>, writes: readonly Write[]): Promise<void>
}
