import type { ApiKeyStore } from 'latchkey/server'
import { postgresStore } from 'latchkey/stores/postgres'
import { sqliteStore } from 'latchkey/stores/sqlite'
import type { DatabasePlace } from '../variables/parse-database-url.ts'
import { reportError } from './report-error.ts'

export function openKeyStore(database: DatabasePlace): ApiKeyStore {
  if (database.type === 'sqlite') return sqliteStore({ path: database.path })
  return postgresStore({
    url: database.url,
    onError: (error) => reportError(error, { during: 'store' }),
  })
}
