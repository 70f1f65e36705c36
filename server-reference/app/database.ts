import type { Kysely } from 'kysely'
import type { AppTables } from './app-tables.ts'
import { environment } from './environment.ts'
import { openPostgresDatabase } from './postgres-database.ts'
import { openSqliteDatabase } from './sqlite-database.ts'

/** What belongs to the app: people, consumers, orders. Keys are in the same database, and have connections of their own. */
export interface AppDatabase {
  type: 'sqlite' | 'postgres'
  db: Kysely<AppTables>
  /** Rejects where the database is lost or cannot be reached. */
  requireUsable(): Promise<void>
}

/** Kept on `globalThis`, because Next bundles the proxy and the routes apart. */
export function database(): AppDatabase {
  const { database: place } = environment
  globalThis.referenceDatabase ??=
    place.type === 'sqlite' ? openSqliteDatabase(place.path) : openPostgresDatabase(place.url)
  return globalThis.referenceDatabase
}

declare global {
  var referenceDatabase: AppDatabase | undefined
}
