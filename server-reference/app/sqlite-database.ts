import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect'
import { Kysely } from 'kysely'
import type { AppTables } from './app-tables.ts'
import type { AppDatabase } from './database.ts'
import { WatchedDatabase } from './watched-database.ts'

/** How long a write may wait, and the whole process with it, for another one's. */
const busyTimeoutMs = 250

/** @param path `:memory:` only while building */
export function openSqliteDatabase(path: string): AppDatabase & { connection: WatchedDatabase } {
  const connection = openConnection(path)
  return {
    type: 'sqlite',
    db: new Kysely<AppTables>({ dialect: new NodeSqliteDialect({ database: connection }) }),
    requireUsable: async () => connection.requireFile(),
    connection,
  }
}

function openConnection(path: string): WatchedDatabase {
  if (path !== ':memory:') {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    // SQLite would make it readable for everybody whom the umask lets in.
    if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  }
  const connection = new WatchedDatabase(path, { timeout: busyTimeoutMs })
  try {
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
    connection.exec('PRAGMA trusted_schema = OFF;')
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}
