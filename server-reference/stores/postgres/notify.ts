import type { GuardedPool } from './guarded-pool.js'

/** Tells every session that listens to a channel. Writes no row, so that it may be one for reads. */
export function createNotify(pool: GuardedPool): (channel: string, payload: string) => Promise<void> {
  return async (channel, payload) => {
    const client = await pool.connect()
    try {
      await client.queryPrepared('latchkey_notify', 'SELECT pg_notify($1, $2)', [channel, payload])
    } finally {
      client.release()
    }
  }
}
