import type { ApiKeyStore } from '../../core/api-key-store.js'
import { createSqlStore } from '../sql/create-sql-store.js'
import { inTransaction } from './in-transaction.js'
import { createSqliteCurrency } from './sqlite-currency.js'
import { sqliteDifferences } from './sqlite-differences.js'
import { createSqliteHandle } from './sqlite-handle.js'

export interface SqliteStoreOptions {
  /** File of the database, made with its folder where it is missing; readable by this user alone. */
  path: string
  /** How long a write waits for another process's, in milliseconds, before it rejects. @default 250 */
  busyTimeoutMs?: number | undefined
  /** Reject where the file or its tables are missing, instead of making them. @default false */
  mustExist?: boolean | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
}

/**
 * Keeps keys in one SQLite file, for one machine; several processes may share it. Needs Node 22.18 or later.
 * Opens on the first call and not before, so that building an app leaves no file behind.
 */
export function sqliteStore({
  path,
  busyTimeoutMs = 250,
  mustExist = false,
  now = Date.now,
}: SqliteStoreOptions): ApiKeyStore {
  const handle = createSqliteHandle({ path, busyTimeoutMs, mustExist, now })
  return createSqlStore(
    {
      reads: async () => (handle.current() ?? (await handle.open())).reads,
      writes: async () => (await handle.open()).writes,
      inTurn: async (_, statements) => inTransaction((await handle.open()).writes, statements),
      dialect: sqliteDifferences,
    },
    {
      findForVerification: (id) => {
        const current = handle.current()
        if (current) return current.readForVerification(id)
        return handle.open().then(({ readForVerification }) => readForVerification(id))
      },
      currency: createSqliteCurrency(handle),
      close: handle.close,
    },
  )
}
