import { setTimeout as wait } from 'node:timers/promises'
import { getMigrations } from 'better-auth/db/migration'
import { accountsOptions } from './accounts-options.ts'
import { createTables } from './app-tables.ts'
import { environment } from './environment.ts'
import { openSqliteDatabase } from './sqlite-database.ts'

/** How long an instance waits for another one that is migrating. */
const lockTimeoutMs = 10_000

/** Holds the write lock from the beginning of its transaction. */
export async function migrateSqlite(path: string): Promise<void> {
  const deadline = performance.now() + lockTimeoutMs
  for (;;) {
    try {
      return await migrateOnce(path)
    } catch (error) {
      // SQLite's own busy timeout does not cover the change to a write-ahead log, which a new file begins with.
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    // Uneven, so that two instances do not keep missing the same moment.
    await wait(10 + Math.random() * 20)
  }
}

async function migrateOnce(path: string): Promise<void> {
  const database = openSqliteDatabase(path)
  try {
    database.connection.exec('BEGIN IMMEDIATE')
    if (environment.clerk === null) {
      const { runMigrations } = await getMigrations(accountsOptions(database))
      await runMigrations()
    }
    for (const statement of createTables('sqlite')) database.connection.exec(statement)
    database.connection.exec('COMMIT')
  } finally {
    // Ends an open transaction, and with it everything that it changed.
    database.connection.close()
  }
}

/** SQLITE_BUSY; the low byte of an extended code names its family. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof code === 'number' && (code & 0xff) === 5
}
