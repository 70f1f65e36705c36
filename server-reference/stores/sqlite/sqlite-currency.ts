import type { DatabaseSync } from 'node:sqlite'
import type { StoreChange, StoreCurrency } from '../../core/store-currency.js'
import { countCommits } from './own-commits.js'
import type { SqliteConnections } from './sqlite-handle.js'

/** What proves that nothing was committed since the last look. */
export interface CommitWatch {
  /** Another number whenever another connection, of this process or another, has committed. */
  dataVersion(): unknown
  /** How often something has changed that a verification reads. */
  changeCount(): unknown
}

export function prepareCommitWatch(database: DatabaseSync): CommitWatch {
  return {
    dataVersion: prepareNumber(database, 'PRAGMA data_version'),
    changeCount: prepareNumber(database, 'SELECT count FROM latchkey_changes'),
  }
}

/** The one column of the one row. As an array it is there in a third of the time; Node 22 lacks that, and gives an object. */
function prepareNumber(database: DatabaseSync, sql: string): () => unknown {
  const statement = database.prepare(sql)
  statement.setReturnArrays?.(true)
  return () => {
    const row: unknown = statement.get()
    return Array.isArray(row) ? row[0] : Object.values(Object(row))[0]
  }
}

/**
 * How long one look may serve within a turn of the event loop, in milliseconds: for code that holds the turn while it
 * waits for another process, as `execFileSync` does. Nothing that starts and commits elsewhere is as fast.
 */
const maxAgeMs = 0.1

/**
 * Looks at the file, so that what any process has committed is seen by the next request (VF-6). One look takes longer
 * than the rest of a verification and serves all of its turn: a request that is verified in it has arrived before it,
 * so whatever was committed before that request was sent, the look has seen. What this process itself commits is
 * looked for at once.
 */
export function createSqliteCurrency(handle: {
  current(): Pick<SqliteConnections, 'commitWatch'> | null
}): StoreCurrency {
  const listeners = new Set<(change: StoreChange) => void>()
  let watched: CommitWatch | null = null
  let dataVersion: unknown
  let changeCount: unknown
  let isTurnOver = true
  let lookedAtMs = 0
  let commitsSeen = 0
  const endTurn = () => {
    isTurnOver = true
  }

  return {
    onChange: (listener) => void listeners.add(listener),
    isProven: () => {
      const now = performance.now()
      if (!isTurnOver && now - lookedAtMs < maxAgeMs && commitsSeen === countCommits()) return true
      const watch = handle.current()?.commitWatch
      if (!watch) return false
      commitsSeen = countCommits()
      look(watch)
      lookedAtMs = now
      // It runs once all that follows from what has arrived is done, and before anything else arrives.
      if (isTurnOver) process.nextTick(endTurn)
      isTurnOver = false
      return true
    },
  }

  function look(watch: CommitWatch): void {
    // In this order: what is committed in between is counted now, and looked at again next time.
    const version = watch.dataVersion()
    if (watch === watched && version === dataVersion) return
    const count = watch.changeCount()
    const isNews = watch !== watched || count !== changeCount
    watched = watch
    dataVersion = version
    changeCount = count
    if (isNews) for (const listener of listeners) listener({ of: 'everything' })
  }
}
