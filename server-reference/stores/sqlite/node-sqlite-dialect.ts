import type { DatabaseSync } from 'node:sqlite'
import { type Dialect, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { createNodeSqliteDriver } from './node-sqlite-driver.js'

/**
 * Lets Kysely speak through one connection of the built-in `node:sqlite`.
 *
 * @param busyTimeoutMs how long a transaction waits for another process's
 */
export function createNodeSqliteDialect(database: DatabaseSync, busyTimeoutMs: number): Dialect {
  return {
    createDriver: () => createNodeSqliteDriver(database, busyTimeoutMs),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}
