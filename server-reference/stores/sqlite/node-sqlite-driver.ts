import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import { noteCommit } from './own-commits.js'
import { createTurns } from './turns.js'
import { whenFree } from './when-free.js'

/** Prepared statements kept for each connection. Lists of different lengths make different statements. */
const maxStatements = 64

/** One connection, used by one caller after the other. */
export function createNodeSqliteDriver(database: DatabaseSync, busyTimeoutMs: number): Driver {
  const turns = createTurns()
  const prepare = createStatementCache(database)
  const connection: DatabaseConnection = {
    executeQuery: async <Row>(query: CompiledQuery) => {
      try {
        return run<Row>(prepare(query.sql), query)
      } finally {
        // Outside a transaction a statement commits by itself.
        noteCommit()
      }
    },
    streamQuery: () => {
      throw new Error('Latchkey: this connection does not stream. Its pages are small; execute the query.')
    },
  }
  /** Since when the caller whose turn it is has waited, on the clock of `performance.now()`. */
  let waitingSince = 0
  return {
    init: async () => {},
    acquireConnection: async () => {
      const asked = performance.now()
      await turns.take()
      waitingSince = asked
      return connection
    },
    // From the caller's arrival, so that many who wait for a locked file are refused together, not in a row.
    beginTransaction: () => whenFree(() => database.exec('BEGIN IMMEDIATE'), waitingSince + busyTimeoutMs),
    commitTransaction: async () => {
      try {
        database.exec('COMMIT')
      } finally {
        noteCommit()
      }
    },
    rollbackTransaction: async () => {
      // A full disk ends a transaction by itself.
      if (database.isTransaction) database.exec('ROLLBACK')
    },
    releaseConnection: async () => turns.pass(),
    // Waits for what has begun. The connection was opened elsewhere, and is closed there.
    destroy: async () => {
      await turns.take()
      turns.pass()
    },
  }
}

function run<Row>(statement: StatementSync, { parameters }: CompiledQuery): QueryResult<Row> {
  const values = parameters.map(toInput)
  if (statement.columns().length > 0) {
    // Kysely infers Row from the query; nothing at run time could prove it.
    return { rows: statement.all(...values) as Row[] }
  }
  return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) }
}

function toInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  throw new TypeError(`Latchkey: SQLite cannot hold a value of type ${typeof value}.`)
}

function createStatementCache(database: DatabaseSync) {
  const statements = new Map<string, StatementSync>()
  return (sql: string): StatementSync => {
    const known = statements.get(sql)
    const statement = known ?? database.prepare(sql)
    statements.delete(sql)
    statements.set(sql, statement)
    const [oldest] = statements.keys()
    if (statements.size > maxStatements && oldest !== undefined) statements.delete(oldest)
    return statement
  }
}
