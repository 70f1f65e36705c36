import type { CompiledQuery, Kysely, RawBuilder, Transaction } from 'kysely'
import type { KeyDatabase } from './key-database.js'

/** How the queries reach one database, and what differs between databases. */
export interface SqlAccess {
  /** For single statements that write nothing. Sees only what is committed. */
  reads(): Promise<Kysely<KeyDatabase>>
  /** For transactions. Each statement sees what was committed before it. */
  writes(): Promise<Kysely<KeyDatabase>>
  /**
   * One transaction: waits until no other one holds any of the subjects, then executes the statements, one after the
   * other, all or none. Each sees what was committed before it began, and what those before it did. In one round trip
   * where the database is far away: nobody else waits for this program's part of it, and a write that depends on another
   * says so in its own condition. Rejects where that cannot be done in time, and then does not do it later.
   */
  inTurn<const Statements extends readonly CompiledQuery[]>(
    subjects: readonly string[],
    statements: Statements,
  ): Promise<RowsOf<Statements>>
  dialect: SqlDialect
}

/** The rows that each of several statements gives. */
export type RowsOf<Statements extends readonly CompiledQuery[]> = {
  -readonly [Index in keyof Statements]: Statements[Index] extends CompiledQuery<infer Row> ? Row[] : never
}

export interface SqlDialect {
  /** Is this what the driver throws when the index over names in use refuses a write? */
  isNameTaken(error: unknown): boolean
  /** A table expression over a JSON array: one row for each element, in a column `value`. */
  jsonElements(json: string): RawBuilder<unknown>
  /**
   * The first thing that a transaction of several round trips does: waits until no other one holds any of these subjects,
   * then holds them to its end. What it reads of them afterwards still holds when it writes.
   */
  takeTurns(trx: Transaction<KeyDatabase>, subjects: readonly string[]): Promise<void>
  /** Whether rows that were read can be held until the transaction ends; where only one writes, they are. */
  locksRows: boolean
}
