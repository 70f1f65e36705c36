import { startDeadline } from '../../core/start-deadline.js'
import type { OpenConnection } from './open-connection.js'
import { PostgresUnavailable } from './postgres-unavailable.js'

/** Connections that few share; whoever comes when all are taken waits, and not for ever. */
export interface Connections {
  /** Rejects at once where too many wait, where none can be opened, and after the deadline. */
  take(): Promise<OpenConnection>
  /** @param isBroken it is closed, and another one opened when it is needed */
  giveBack(connection: OpenConnection, isBroken: boolean): void
  end(): Promise<void>
}

export interface ConnectionsOptions {
  /** @param signal nobody needs it any more */
  open: (signal: AbortSignal) => Promise<OpenConnection>
  /** How long to wait for one, in milliseconds. */
  timeoutMs: number
  maxConnections: number
  maxWaiting: number
  /** Told of what failed while nobody waited for it. */
  onError: (error: unknown) => void
}

/**
 * How long one is kept that nobody uses, in milliseconds: to open another takes several times as long as to ask, and
 * over a long way the first request after a pause would be refused for it.
 */
const keptIdleMs = 5 * 60_000

interface Waiting {
  serve(connection: OpenConnection): void
  refuse(cause: unknown): void
}

/**
 * Not the pool of `pg`: there, whoever comes while another connection is being opened waits for that one alone, though
 * one may be given back long before, and what could not be opened in time for its first user is thrown away half-open,
 * so that over a long way none is ever opened.
 */
export function createConnections(options: ConnectionsOptions): Connections {
  const { open, timeoutMs, maxConnections, maxWaiting, onError } = options
  const idle = new Map<OpenConnection, ReturnType<typeof setTimeout>>()
  const waiting = new Set<Waiting>()
  const closing = new Set<Promise<void>>()
  let count = 0
  let opening = 0
  const ending = new AbortController()
  let onEmpty = () => {}

  function openMore(): void {
    while (!ending.signal.aborted && opening < waiting.size && count < maxConnections) void openOne()
  }

  async function openOne(): Promise<void> {
    count += 1
    opening += 1
    try {
      const connection = await open(ending.signal)
      opening -= 1
      connection.onLost((error) => dropIdle(connection, error))
      serve(connection)
    } catch (error) {
      opening -= 1
      leave()
      // Each is told of a failure of its own: what fails at once is not waited for.
      const [first] = waiting
      if (first) first.refuse(error)
      else if (!ending.signal.aborted) onError(error)
      openMore()
    }
  }

  function serve(connection: OpenConnection): void {
    const [first] = waiting
    if (first) first.serve(connection)
    else if (ending.signal.aborted) close(connection, false)
    else keep(connection)
  }

  function keep(connection: OpenConnection): void {
    connection.unref()
    const timer = setTimeout(() => dropIdle(connection, null), keptIdleMs)
    idle.set(connection, timer.unref())
  }

  function dropIdle(connection: OpenConnection, error: unknown): void {
    if (!idle.has(connection)) return
    forgetIdle(connection)
    close(connection, error !== null)
    if (error !== null) onError(error)
  }

  function forgetIdle(connection: OpenConnection): void {
    clearTimeout(idle.get(connection))
    idle.delete(connection)
  }

  function close(connection: OpenConnection, isBroken: boolean): void {
    const closed = connection.close(isBroken).finally(() => closing.delete(closed))
    closing.add(closed)
    leave()
    openMore()
  }

  function leave(): void {
    count -= 1
    if (count === 0) onEmpty()
  }

  return {
    take: () => {
      if (ending.signal.aborted)
        throw new PostgresUnavailable('Latchkey: the connections to PostgreSQL are closed.')
      // The one that was used last: its like are then closed when they are not needed.
      const last = Array.from(idle.keys()).at(-1)
      if (last) {
        forgetIdle(last)
        last.ref()
        return Promise.resolve(last)
      }
      if (waiting.size >= maxWaiting) {
        throw new PostgresUnavailable(
          `Latchkey: ${maxWaiting} requests wait for a connection to PostgreSQL already.`,
        )
      }
      return new Promise((resolve, reject) => {
        const leaveQueue = () => {
          callOff()
          waiting.delete(one)
        }
        const one: Waiting = {
          serve: (connection) => {
            leaveQueue()
            resolve(connection)
          },
          refuse: (cause) => {
            leaveQueue()
            reject(new PostgresUnavailable('Latchkey: PostgreSQL cannot be reached.', { cause }))
          },
        }
        const callOff = startDeadline(timeoutMs, () => {
          one.refuse(new Error(`No connection was free within ${timeoutMs} ms.`))
        })
        waiting.add(one)
        openMore()
      })
    },
    giveBack: (connection, isBroken) => {
      if (isBroken || connection.isLost() || ending.signal.aborted) close(connection, isBroken)
      else serve(connection)
    },
    end: async () => {
      ending.abort()
      for (const one of Array.from(waiting)) one.refuse(new Error('The connections are closed.'))
      for (const connection of Array.from(idle.keys())) dropIdle(connection, null)
      if (count > 0) {
        await new Promise<void>((resolve) => {
          onEmpty = resolve
        })
      }
      await Promise.all(closing)
    },
  }
}
