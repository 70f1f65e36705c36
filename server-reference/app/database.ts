import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { environment } from './environment.ts'
import { WatchedDatabase } from './watched-database.ts'

/**
 * One connection for what belongs to the app: people, consumers, orders. Keys have their own in the store, on
 * the same file. Kept on `globalThis`, because Next bundles the proxy and the routes apart.
 */
export function database(): WatchedDatabase {
  globalThis.referenceDatabase ??= openDatabase(environment.databasePath)
  return globalThis.referenceDatabase
}

/** How long a write may wait, and the whole process with it, for another one's. */
const busyTimeoutMs = 250

export function openDatabase(path: string): WatchedDatabase {
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

declare global {
  var referenceDatabase: WatchedDatabase | undefined
}
