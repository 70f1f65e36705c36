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
  const connection = openDatabase(environment.databasePath, lockTimeoutMs)
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
