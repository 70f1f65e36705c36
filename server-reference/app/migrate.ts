import { environment } from './environment.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { migrateSqlite } from './migrate-sqlite.ts'

/**
 * Brings the app's own tables up to date, in one transaction: of two instances that start together one waits, and a
 * kill in the middle leaves what was there before. Keys have migrations of their own, in their store.
 */
export async function migrate(): Promise<void> {
  const { database } = environment
  await (database.type === 'sqlite' ? migrateSqlite(database.path) : migratePostgres(database.url))
}
