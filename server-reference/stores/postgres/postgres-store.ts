import type { ApiKeyStore } from '../../core/api-key-store.js'
import type { StoreChange } from '../../core/store-currency.js'
import { createSqlStore } from '../sql/create-sql-store.js'
import { createChangeListener } from './change-listener.js'
import { changeTimeout } from './create-in-turn.js'
import { postgresDifferences } from './postgres-differences.js'
import { createPostgresHandle } from './postgres-handle.js'
import { tellOwnChanges } from './tell-own-changes.js'

export interface PostgresStoreOptions {
  /**
   * `postgres://user:password@host:port/database`, with what libpq's parameters add to it, such as `?sslmode=require`.
   * Direct, or through a pooler that pools sessions. Not through one that pools transactions: it passes no notifications
   * on, and gives the settings of one connection to others, so that changes are refused as read-only now and then.
   */
  url: string
  /** How long to wait for a connection, and for each statement, in milliseconds. @default 500 */
  timeoutMs?: number | undefined
  /** Most connections at once, besides the one that hears of changes. Four in ten are for writes. @default 10 */
  maxConnections?: number | undefined
  /** How many callers may wait for a connection before further ones are refused at once. @default 1000 */
  maxWaiting?: number | undefined
  /** Reject where the tables are missing, instead of making them. @default false */
  mustExist?: boolean | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  /** Told of connections that were lost while nobody waited for them. They are replaced by themselves. */
  onError?: ((error: unknown) => void) | undefined
}

/**
 * Keeps keys in PostgreSQL (12 or later), for any number of machines. Each hears of a revocation within a second, and
 * usually within milliseconds. Connects on the first call and not before.
 */
export function postgresStore({
  url,
  timeoutMs = 500,
  maxConnections = 10,
  maxWaiting = 1_000,
  mustExist = false,
  now = Date.now,
  onError = () => {},
}: PostgresStoreOptions): ApiKeyStore {
  const listeners = new Set<(change: StoreChange) => void>()
  const tell = (change: StoreChange) => {
    for (const listener of listeners) listener(change)
  }
  const changes = createChangeListener({
    url,
    timeoutMs,
    notify: async (channel, payload) => (await handle.open()).notify(channel, payload),
    onChange: tell,
    onError,
    now,
  })
  const handle = createPostgresHandle(
    { url, timeoutMs, maxConnections, maxWaiting, mustExist, now, onError },
    changes.start,
  )
  const store = createSqlStore(
    {
      reads: async () => (await handle.open()).reads,
      writes: async () => (await handle.open()).writes,
      inTurn: async (subjects, statements) => (await handle.open()).inTurn(subjects, statements),
      dialect: postgresDifferences,
    },
    {
      findForVerification: (id) => {
        const current = handle.current()
        if (current) return current.readForVerification(id)
        return handle.open().then(({ readForVerification }) => readForVerification(id))
      },
      currency: {
        onChange: (listener) => void listeners.add(listener),
        isProven: changes.isUpToDate,
      },
      changeTimeoutMs: changeTimeout(timeoutMs),
      close: async () => {
        // First the handle: while it is opening, it would start the listener afterwards.
        await handle.close()
        await changes.stop()
      },
    },
  )
  return tellOwnChanges(store, tell)
}
