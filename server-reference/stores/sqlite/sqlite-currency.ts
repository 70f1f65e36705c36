import type { DatabaseSync } from 'node:sqlite'
import type { StoreChange, StoreCurrency } from '../../core/store-currency.js'
import type { SqliteHandle } from './sqlite-handle.js'

/** What proves that nothing was committed since the last look. */
export interface CommitWatch {
  /** Another number whenever another connection, of this process or another, has committed. */
  dataVersion(): unknown
  /** How often something has changed that a verification reads. */
  changeCount(): unknown
}

export function prepareCommitWatch(database: DatabaseSync): CommitWatch {
  const dataVersion = database.prepare('PRAGMA data_version')
  const changeCount = database.prepare('SELECT count FROM latchkey_changes')
  return {
    dataVersion: () => dataVersion.get()?.data_version,
    changeCount: () => changeCount.get()?.count,
  }
}

/** Looks at each verification, so that what any process has committed is seen by the next one (VF-6). */
export function createSqliteCurrency(handle: Pick<SqliteHandle, 'current'>): StoreCurrency {
  const listeners = new Set<(change: StoreChange) => void>()
  let watched: CommitWatch | null = null
  let dataVersion: unknown
  let changeCount: unknown

  return {
    onChange: (listener) => void listeners.add(listener),
    isProven: () => {
      const watch = handle.current()?.commitWatch
      if (!watch) return false
      // In this order: what is committed in between is counted now, and looked at again next time.
      const version = watch.dataVersion()
      if (watch === watched && version === dataVersion) return true
      const count = watch.changeCount()
      const isNews = watch !== watched || count !== changeCount
      watched = watch
      dataVersion = version
      changeCount = count
      if (isNews) for (const listener of listeners) listener({ of: 'everything' })
      return true
    },
  }
}
