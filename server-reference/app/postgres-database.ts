import { Kysely, PostgresDialect, sql } from 'kysely'
import { postgresPool } from 'latchkey/stores/postgres'
import type { AppTables } from './app-tables.ts'
import type { AppDatabase } from './database.ts'
import { reportError } from './report-error.ts'

export function openPostgresDatabase(url: string): AppDatabase {
  const pool = postgresPool({ url, onError: (error) => reportError(error, { during: 'database' }) })
  const db = new Kysely<AppTables>({ dialect: new PostgresDialect({ pool }) })
  return {
    type: 'postgres',
    db,
    requireUsable: async () => {
      await sql`select 1`.execute(db)
    },
  }
}
