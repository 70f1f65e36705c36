import { Kysely, PostgresDialect } from 'kysely'
import type { VerificationRecord } from '../../core/stored-key.js'
import type { KeyDatabase } from '../sql/key-database.js'
import type { SqlAccess } from '../sql/sql-access.js'
import { createInTurn } from './create-in-turn.js'
import { createGuardedPool } from './guarded-pool.js'
import { kyselyPool } from './kysely-pool.js'
import { createNotify } from './notify.js'
import { prepareSchema } from './prepare-schema.js'
import { createVerificationRead } from './verification-read.js'

export interface PostgresConnections {
  reads: Kysely<KeyDatabase>
  writes: Kysely<KeyDatabase>
  inTurn: SqlAccess['inTurn']
  readForVerification(id: string): Promise<VerificationRecord | null>
  /** Over a connection that others use too, and on which nobody listens. */
  notify(channel: string, payload: string): Promise<void>
  close(): Promise<void>
}

export interface PostgresConnectOptions {
  url: string
  timeoutMs: number
  maxConnections: number
  maxWaiting: number
  mustExist: boolean
  now: () => number
  onError: (error: unknown) => void
}

/**
 * Two pools, so that writers who wait for each other's turn never hold up a verification. Rejects, and leaves
 * nothing open, where the server cannot be reached or has no tables and must have them.
 */
export async function openPostgres(options: PostgresConnectOptions): Promise<PostgresConnections> {
  const forWrites = Math.max(1, Math.floor(options.maxConnections * 0.4))
  const forReads = Math.max(1, options.maxConnections - forWrites)
  const writePool = createGuardedPool({ ...options, maxConnections: forWrites, readOnly: false })
  const readPool = createGuardedPool({ ...options, maxConnections: forReads, readOnly: true })
  const close = async () => {
    await Promise.all([writePool.end(), readPool.end()])
  }
  try {
    await prepareSchema(writePool, options)
    return {
      writes: new Kysely({ dialect: new PostgresDialect({ pool: kyselyPool(writePool) }) }),
      reads: new Kysely({ dialect: new PostgresDialect({ pool: kyselyPool(readPool) }) }),
      inTurn: createInTurn(writePool, options.timeoutMs),
      readForVerification: createVerificationRead(readPool),
      notify: createNotify(readPool),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
