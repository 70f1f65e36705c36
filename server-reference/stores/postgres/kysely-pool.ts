import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { GuardedClient } from './guarded-client.js'
import type { GuardedPool } from './guarded-pool.js'

/** A pool in the shape that Kysely asks for. */
export function kyselyPool(pool: GuardedPool): PostgresPool {
  return { connect: async () => toKysely(await pool.connect()), end: pool.end }
}

function toKysely(client: GuardedClient): PostgresPoolClient {
  function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query(sql: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof sql === 'string') return client.query(sql, parameters)
    throw new Error('Latchkey: this connection does not stream. Its pages are small; execute the query.')
  }
  return { query, release: client.release }
}
