import type { RowsOf, SqlAccess } from '../sql/sql-access.js'
import type { GuardedPool } from './guarded-pool.js'
import { lockSeed } from './postgres-differences.js'
import { PostgresUnavailable } from './postgres-unavailable.js'
import type { Statement } from './send-together.js'

/**
 * How long a change may take in all, as a share of what one statement may: the wait for a connection and the one round
 * trip. Below a second by default, whatever hangs.
 */
const totalShare = 1.6

/** Most that it may take within the server: its turn, and locks that others hold. */
const serverShare = 0.7

/** What is left of the time for the way there and back. */
const wayShare = 0.5

/** Less is not worth a try. */
const leastShare = 0.1

/** When nobody waits for a change any more, in milliseconds; it has ended by itself before, unless this process is late. */
export function changeTimeout(timeoutMs: number): number {
  return timeoutMs * (totalShare + leastShare)
}

/**
 * Changes that are told about in time. The server is given no more time than leaves enough for its answer, and undoes what
 * it has not done by then: what was reported as failed is not done afterwards, unless the answer itself was lost.
 */
export function createInTurn(pool: GuardedPool, timeoutMs: number): SqlAccess['inTurn'] {
  const totalMs = timeoutMs * totalShare

  return async function inTurn(subjects, statements) {
    const begun = performance.now()
    const client = await pool.connect()
    try {
      const leftMs = totalMs - (performance.now() - begun)
      const serverMs = Math.floor(Math.min(timeoutMs * serverShare, leftMs - timeoutMs * wayShare))
      if (serverMs < timeoutMs * leastShare) {
        throw new PostgresUnavailable('Latchkey: a connection to PostgreSQL came too late for a change.')
      }
      const before = [within(serverMs), turnOver(subjects)]
      const all = [...before, ...statements.flatMap((statement) => [within(serverMs), statement])]
      const rows = await client.queryTogether(all, leftMs)
      // Kysely infers what each gives from its query; nothing at run time could prove it.
      return statements.map((_, index) => rows[before.length + 2 * index + 1]) as RowsOf<typeof statements>
    } finally {
      client.release()
    }
  }
}

/** Bounds the next statement by what is left of the transaction's time, which began when the first one arrived. */
function within(serverMs: number): Statement {
  return {
    sql: `select set_config('statement_timeout', greatest(1, ceil(
      $1 - extract(epoch from clock_timestamp() - transaction_timestamp()) * 1000))::bigint::text, true)`,
    parameters: [serverMs],
  }
}

/** In one order for everybody, so that no two wait for each other. */
function turnOver(subjects: readonly string[]): Statement {
  return {
    sql: `select pg_advisory_xact_lock(subject.hash) from (
      select distinct hashtextextended(name, $1::int) as hash
      from jsonb_array_elements_text($2::jsonb) as name order by 1
    ) as subject`,
    parameters: [lockSeed, JSON.stringify(subjects)],
  }
}
