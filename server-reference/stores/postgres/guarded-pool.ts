import pg from 'pg'
import { createReporter } from '../../core/create-reporter.js'
import { createConnections } from './create-connections.js'
import { type GuardedClient, guardClient } from './guarded-client.js'
import { openConnection } from './open-connection.js'

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

/**
 * How long a connection may take to be opened at least, in milliseconds, though its first user does not wait so long: a
 * password and a certificate are several round trips, and what was begun for somebody who is gone serves the next.
 */
const openingMs = 2_000

/**
 * When an idle connection begins to show that it is there, in milliseconds. A load balancer or a NAT forgets one after four
 * to six minutes and tells nobody, so that whoever used it next would wait in vain; the system's own begins after two hours.
 */
const showsItselfMs = 60_000

/** Connections to PostgreSQL that nobody waits for without end (VF-12). */
export function createGuardedPool({ url, timeoutMs, readOnly, ...options }: PoolOptions): GuardedPool {
  const connections = createConnections({
    ...options,
    timeoutMs,
    open: (signal) => openConnection(connectionOptions(url, timeoutMs), sessionSettings(readOnly), signal),
    onError: createReporter(options.onError),
  })
  return {
    connect: async () => {
      const connection = await connections.take()
      return guardClient(connection, (isBroken) => connections.giveBack(connection, isBroken))
    },
    end: connections.end,
  }
}

/** What every connection of a store is opened with. */
export function connectionOptions(url: string, timeoutMs: number) {
  return {
    connectionString: url,
    application_name: 'latchkey',
    connectionTimeoutMillis: Math.max(timeoutMs, openingMs),
    statement_timeout: timeoutMs,
    query_timeout: timeoutMs + graceMs,
    idle_in_transaction_session_timeout: timeoutMs * 10,
    keepAlive: true,
    keepAliveInitialDelayMillis: showsItselfMs,
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
