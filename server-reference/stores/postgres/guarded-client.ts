import pg from 'pg'
import type { OpenConnection } from './open-connection.js'
import { PostgresUnavailable } from './postgres-unavailable.js'
import { type Statement, sendTogether } from './send-together.js'

/** As far as the store needs it. */
export interface GuardedClient {
  /** @param timeoutMs @default the pool's */
  query<Row>(text: string, parameters: readonly unknown[], timeoutMs?: number): Promise<StatementResult<Row>>
  /** A statement by name, which the server plans once for each connection. Rows are arrays of columns. */
  queryPrepared(name: string, text: string, parameters: readonly unknown[]): Promise<unknown[]>
  /** The rows of each, in one round trip and one transaction. */
  queryTogether(statements: readonly Statement[], timeoutMs: number): Promise<unknown[][]>
  release(): void
}

export interface StatementResult<Row> {
  command: 'UPDATE' | 'DELETE' | 'INSERT' | 'SELECT' | 'MERGE'
  rowCount: number
  rows: Row[]
}

/**
 * A connection that is not used again once it is doubtful. After a deadline a statement may still run on it, and its
 * answer would be taken for the next one's; after a loss every statement would wait in vain.
 */
export function guardClient(
  { client, settings }: Pick<OpenConnection, 'client' | 'settings'>,
  giveBack: (isBroken: boolean) => void,
): GuardedClient {
  let broken: Error | null = null

  const attempt = async <T>(run: () => Promise<T>): Promise<T> => {
    if (broken) throw broken
    try {
      const result = await run()
      // Long there, but for whoever asks first.
      await settings
      return result
    } catch (error) {
      if (isRefusal(error)) throw error
      broken = new PostgresUnavailable('Latchkey: the connection to PostgreSQL was lost.', { cause: error })
      throw broken
    }
  }

  return {
    query: <Row>(text: string, parameters: readonly unknown[], timeoutMs?: number) =>
      attempt(async () => {
        const deadline = timeoutMs === undefined ? {} : { query_timeout: timeoutMs }
        // Without parameters it may be several statements, as migrations are.
        const values = parameters.length === 0 ? {} : { values: [...parameters] }
        const { command, rowCount, rows } = await client.query({ text, ...values, ...deadline })
        // Kysely infers Row and command from the query; nothing at run time could prove them.
        return { command, rowCount: rowCount ?? 0, rows } as StatementResult<Row>
      }),
    queryPrepared: (name, text, parameters) =>
      attempt(async () => {
        const { rows } = await client.query({ name, text, values: [...parameters], rowMode: 'array' })
        return rows
      }),
    queryTogether: (statements, timeoutMs) => attempt(() => sendTogether(client, statements, timeoutMs)),
    release: () => giveBack(broken !== null),
  }
}

/**
 * The server has said no, and is ready for the next statement. By the code: the word for how grave it is comes in the
 * server's language.
 */
function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && !endsSession.test(error.code ?? '')
}

/** Connection lost, session ended or idle for too long in a transaction, or the server at fault: nothing follows. */
const endsSession = /^(?:08|57P0|25P0[34]|XX|$)/
