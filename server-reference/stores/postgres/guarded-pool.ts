import pg from 'pg'
import { createReporter } from '../../core/create-reporter.js'
import { type GuardedClient, guardClient } from './guarded-client.js'
import { PostgresUnavailable } from './postgres-unavailable.js'

export interface GuardedPool {
  /** A connection for one caller. Rejects at once where too many wait, and otherwise within the deadline. */
  connect(): Promise<GuardedClient>
  end(): Promise<void>
}

export interface PoolOptions {
  url: string
  /** For a connection, and for each statement, in milliseconds. */
  timeoutMs: number
  maxConnections: number
  /** How many callers may wait for a connection. */
  maxWaiting: number
  /** Whether the database refuses writes on these connections. */
  readOnly: boolean
  onError: (error: unknown) => void
}

/** Longer than the server's own, so that a statement that is late ends there, and its connection can be used again. */
const graceMs = 100

/** Connections to PostgreSQL that nobody waits for without end (VF-12). */
export function createGuardedPool({ url, timeoutMs, maxWaiting, ...options }: PoolOptions): GuardedPool {
  const pool = new pg.Pool({
    ...connectionOptions(url, timeoutMs),
    max: options.maxConnections,
    allowExitOnIdle: true,
    onConnect: async (client) => {
      await client.query(sessionSettings(options.readOnly))
    },
  })
  // Without a listener, a connection that the server ends while nobody uses it would end this process.
  pool.on('error', createReporter(options.onError))
  // And one that it ends between two statements of a transaction would too.
  pool.on('connect', (client) => client.on('error', ignore))

  return {
    connect: async () => {
      if (pool.waitingCount >= maxWaiting) {
        throw new PostgresUnavailable(
          `Latchkey: ${maxWaiting} requests wait for a connection to PostgreSQL already.`,
        )
      }
      try {
        return guardClient(await pool.connect())
      } catch (error) {
        throw new PostgresUnavailable('Latchkey: PostgreSQL cannot be reached.', { cause: error })
      }
    },
    end: () => pool.end(),
  }
}

/** What every connection of a store is opened with. */
export function connectionOptions(url: string, timeoutMs: number) {
  return {
    connectionString: url,
    application_name: 'latchkey',
    connectionTimeoutMillis: timeoutMs,
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs + graceMs,
    idle_in_transaction_session_timeout: timeoutMs * 10,
    keepAlive: true,
    types,
  }
}

/** bigint as a number: instants and counts are far below 2⁵³. */
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

/** What the rules rely on, whatever the database or the role has as its default. */
function sessionSettings(readOnly: boolean): string {
  return `
    SET default_transaction_isolation = 'read committed';
    SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') IN ('off', 'local');
    ${readOnly ? 'SET default_transaction_read_only = on' : ''}`
}

function ignore(): void {}
