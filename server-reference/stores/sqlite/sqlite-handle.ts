import type { Kysely } from 'kysely'
import type { VerificationRecord } from '../../core/stored-key.js'
import type { KeyDatabase } from '../sql/key-database.js'
import { createFileWatch, type FileWatch } from './file-watch.js'
import { openSqlite } from './open-sqlite.js'
import type { CommitWatch } from './sqlite-currency.js'

/** Both connections to one file. */
export interface SqliteConnections {
  reads: Kysely<KeyDatabase>
  writes: Kysely<KeyDatabase>
  readForVerification(id: string): VerificationRecord | null
  /** On the connection that reads. */
  commitWatch: CommitWatch
  close(): Promise<void>
}

export interface SqliteHandle {
  /** null: not open yet, or the file is gone; `open` then does what can be done. */
  current(): SqliteConnections | null
  /** Makes sure first that the file is still the one that was opened. */
  open(): Promise<SqliteConnections>
  close(): Promise<void>
}

export interface SqliteHandleOptions {
  path: string
  busyTimeoutMs: number
  mustExist: boolean
  now: () => number
}

/** Opens on demand, once for all who ask at the same time, and again after a failure. */
export function createSqliteHandle(options: SqliteHandleOptions): SqliteHandle {
  let opened: { connections: SqliteConnections; watch: FileWatch } | null = null
  let opening: Promise<SqliteConnections> | null = null
  let isClosed = false
  // Once there was a database, an empty one in its place would hide that every key is lost.
  let mustExist = options.mustExist

  const open = async () => {
    if (isClosed) throw new Error('Latchkey: this SQLite store is closed. Make a new one to go on.')
    if (opened) return opened.connections
    opening ??= openSqlite({ ...options, mustExist })
      .then((connections) => {
        opened = { connections, watch: createFileWatch(options.path, options.now) }
        mustExist = true
        return connections
      })
      .finally(() => {
        opening = null
      })
    return await opening
  }

  /** SQLite itself would go on to read and write a file that was deleted or replaced. */
  const abandon = async () => {
    const abandoned = opened
    opened = null
    await abandoned?.connections.close()
  }

  return {
    current: () => (opened && !opened.watch.isDue() ? opened.connections : null),
    open: async () => {
      if (opened && !opened.watch.isSameFile()) await abandon()
      return await open()
    },
    close: async () => {
      isClosed = true
      await opening?.catch(() => undefined)
      await abandon()
    },
  }
}
