import type { PostgresPool } from 'kysely'
import { createGuardedPool } from './guarded-pool.js'
import { kyselyPool } from './kysely-pool.js'

export interface PostgresPoolOptions {
  /** `postgres://user:password@host:port/database` */
  url: string
  /** How long to wait for a connection, and for each statement, in milliseconds. @default 500 */
  timeoutMs?: number | undefined
  /** Most connections at once. @default 10 */
  maxConnections?: number | undefined
  /** How many callers may wait for a connection before further ones are refused at once. @default 1000 */
  maxWaiting?: number | undefined
  /** Told of connections that were lost while nobody waited for them. They are replaced by themselves. */
  onError?: ((error: unknown) => void) | undefined
}

/**
 * The connections that the store itself uses, for what an app keeps beside its keys: `new PostgresDialect({ pool })`
 * of Kysely. Nobody waits without end, and a doubtful connection is not used again. Rejects with an error whose
 * `code` is `POSTGRES_UNAVAILABLE` where the server cannot be asked.
 */
export function postgresPool({
  url,
  timeoutMs = 500,
  maxConnections = 10,
  maxWaiting = 1_000,
  onError = () => {},
}: PostgresPoolOptions): PostgresPool {
  return kyselyPool(
    createGuardedPool({ url, timeoutMs, maxConnections, maxWaiting, readOnly: false, onError }),
  )
}
