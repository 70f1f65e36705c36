import pg from 'pg'
import type { RowsOf, SqlAccess } from '../sql/sql-access.js'
import { createServerClock } from './create-server-clock.js'
import type { GuardedClient } from './guarded-client.js'
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
 * it has not done by then: what was reported as failed is not done afterwards, unless the answer itself was lost. That
 * holds by the server's own clock too: it may stand still, or the network, before it has read what is to be done.
 */
export function createInTurn(pool: GuardedPool, timeoutMs: number): SqlAccess['inTurn'] {
  const totalMs = timeoutMs * totalShare
  const clock = createServerClock()

  return async function inTurn(subjects, statements) {
    const begun = performance.now()
    const client = await pool.connect()
    try {
      if (!clock.isKnown()) await learnClock(client)
      const sentAt = performance.now()
      const leftMs = totalMs - (sentAt - begun)
      const serverMs = Math.floor(Math.min(timeoutMs * serverShare, leftMs - timeoutMs * wayShare))
      if (serverMs < timeoutMs * leastShare) {
        throw new PostgresUnavailable('Latchkey: a connection to PostgreSQL came too late for a change.')
      }
      const inTime = within(serverMs, clock.in(leftMs - (timeoutMs * wayShare) / 2))
      const before = [inTime, turnOver(subjects)]
      const all = [...before, ...statements.flatMap((statement) => [inTime, statement])]
      const rows = await client.queryTogether(all, leftMs)
      clock.learn(readClock(rows[0]), sentAt)
      // Kysely infers what each gives from its query; nothing at run time could prove it.
      return statements.map((_, index) => rows[before.length + 2 * index + 1]) as RowsOf<typeof statements>
    } catch (error) {
      if (!isTooLate(error)) throw error
      // Or its clock was set forward.
      clock.forget()
      throw new PostgresUnavailable('Latchkey: a change reached PostgreSQL too late, and was not made.', {
        cause: error,
      })
    } finally {
      client.release()
    }
  }

  /** Before the first change; from then on the answer to each tells. */
  async function learnClock(client: GuardedClient): Promise<void> {
    const askedAt = performance.now()
    const { rows } = await client.query(`select ${clockMs} as clock`, [])
    clock.learn(readClock(rows), askedAt)
  }
}

const clockMs = 'extract(epoch from clock_timestamp())::float8 * 1000'

function readClock(rows: readonly unknown[] = []): number {
  const [row] = rows
  const isRow = typeof row === 'object' && row !== null && 'clock' in row
  if (!isRow || typeof row.clock !== 'number') throw new Error('Latchkey: PostgreSQL did not tell the time.')
  return row.clock
}

/**
 * Bounds the next statement by what is left of the transaction's time, which began when the first one arrived, and by an
 * instant on the server's clock. Where nothing is left, it fails: no statement may take less than nothing.
 */
function within(serverMs: number, untilMs: number): Statement {
  return {
    sql: `select set_config('statement_timeout', (case when ms > 0 then ceil(ms) else -1 end)::text, true), clock
      from (
        select clock, least($1::float8 - (clock - begun), $2::float8 - clock) as ms
        from (
          select ${clockMs} as clock, extract(epoch from transaction_timestamp())::float8 * 1000 as begun
        ) as read
      ) as rest`,
    parameters: [serverMs, untilMs],
  }
}

/** invalid_parameter_value */
const outOfRange = '22023'

function isTooLate(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === outOfRange
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
