import { databaseLostCode } from './watched-database.ts'

/** Whether the database could not do its work: locked, full, unreadable or gone. */
export function isDatabaseFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ERR_SQLITE_ERROR' || code === databaseLostCode
}
