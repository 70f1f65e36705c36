import { getMigrations } from 'better-auth/db/migration'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { accountsOptions } from './accounts-options.ts'
import { type AppTables, createTables } from './app-tables.ts'
import { environment } from './environment.ts'

/** Any number will do, as long as every instance takes the same. */
const migrationLock = 0x61707073

/** Holds a lock of the database's, for as long as its transaction. */
export async function migratePostgres(url: string): Promise<void> {
  // One connection, never given up in between: everything here runs in its transaction.
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
  })
  pool.on('error', () => {})
  const db = new Kysely<AppTables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`begin`.execute(db)
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(db)
    if (environment.clerk === null) {
      const { runMigrations } = await getMigrations(accountsOptions({ db, type: 'postgres' }))
      await runMigrations()
    }
    for (const statement of createTables('postgres')) await sql.raw(statement).execute(db)
    await sql`commit`.execute(db)
  } finally {
    // Ends an open transaction, and with it everything that it changed.
    await db.destroy()
  }
}
