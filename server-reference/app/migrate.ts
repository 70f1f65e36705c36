import { setTimeout as wait } from 'node:timers/promises'
import { getMigrations } from 'better-auth/db/migration'
import { accountsOptions } from './accounts-options.ts'
import { openDatabase } from './database.ts'
import { environment } from './environment.ts'

/** How long an instance waits for another one that is migrating. */
const lockTimeoutMs = 10_000

/**
 * Brings the app's own tables up to date, in one transaction that holds the write lock from its beginning: of
 * two instances that start together one waits, and a kill in the middle leaves what was there before.
 */
export async function migrate(): Promise<void> {
  const deadline = performance.now() + lockTimeoutMs
  for (;;) {
    try {
      return await migrateOnce()
    } catch (error) {
      // SQLite's own busy timeout does not cover the change to a write-ahead log, which a new file begins with.
      if (!isBusy(error) || performance.now() > deadline) throw error
    }
    // Uneven, so that two instances do not keep missing the same moment.
    await wait(10 + Math.random() * 20)
  }
}

async function migrateOnce(): Promise<void> {
  const connection = openDatabase(environment.databasePath)
  try {
    connection.exec('BEGIN IMMEDIATE')
    const { runMigrations } = await getMigrations(accountsOptions(connection))
    await runMigrations()
    connection.exec(tables)
    connection.exec('COMMIT')
  } finally {
    // Ends an open transaction, and with it everything that it changed.
    connection.close()
  }
}

/** SQLITE_BUSY; the low byte of an extended code names its family. */
function isBusy(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null
  return typeof code === 'number' && (code & 0xff) === 5
}

const tables = `
  CREATE TABLE IF NOT EXISTS app_consumers (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    is_default INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS app_consumers_default ON app_consumers (owner_id) WHERE is_default = 1;
  CREATE UNIQUE INDEX IF NOT EXISTS app_consumers_name ON app_consumers (owner_id, name);
  CREATE TABLE IF NOT EXISTS app_orders (
    id TEXT PRIMARY KEY,
    consumer_id TEXT NOT NULL REFERENCES app_consumers (id),
    customer TEXT NOT NULL,
    total_cents INTEGER NOT NULL,
    status TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS app_orders_consumer ON app_orders (consumer_id, created_at, id);
`
