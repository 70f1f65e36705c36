import { postgresUnavailableCode } from 'latchkey/stores/postgres'
import { databaseLostCode } from './watched-database.ts'

/** Whether the database could not do its work: locked, full, unreadable or gone. */
export function isDatabaseFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ERR_SQLITE_ERROR' || code === databaseLostCode) return true
  return code === postgresUnavailableCode || (typeof code === 'string' && postgresTrouble.test(code))
}

/** SQLSTATE: read-only, rolled back, out of resources, locked, cancelled or shut down, broken. */
const postgresTrouble = /^(?:08|25|40|53|55|57|58|XX)[0-9A-Z]{3}$/
