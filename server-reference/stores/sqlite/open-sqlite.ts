import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { KeyDatabase } from '../sql/key-database.js'
import { createNodeSqliteDialect } from './node-sqlite-dialect.js'
import { prepareFile } from './prepare-file.js'
import { prepareSchema } from './prepare-schema.js'
import { prepareCommitWatch } from './sqlite-currency.js'
import type { SqliteConnections, SqliteHandleOptions } from './sqlite-handle.js'
import { prepareVerificationRead } from './verification-read.js'
import { whenFree } from './when-free.js'

/** Long enough for another process to finish its migrations, in milliseconds; nothing is blocked meanwhile. */
const openTimeoutMs = 5_000

/** ST-8. The cache, in KiB, holds the upper pages of 100,000 keys. */
const pragmas = `
  PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;`

/**
 * Two connections: one that writes, one that only reads. A transaction that is still open on the first is
 * invisible on the second, so no verification ever sees a change that may yet be rolled back.
 */
export async function openSqlite(options: SqliteHandleOptions): Promise<SqliteConnections> {
  try {
    return await openFile(options)
  } catch (error) {
    throw isNotWritable(error) ? new Error(notWritable(options.path), { cause: error }) : error
  }
}

async function openFile(options: SqliteHandleOptions): Promise<SqliteConnections> {
  const { path, busyTimeoutMs, mustExist, now } = options
  const deadline = performance.now() + openTimeoutMs
  prepareFile(path, mustExist)
  const writer = new DatabaseSync(path)
  const reader = new DatabaseSync(path)
  try {
    // Even a pragma can meet another process's lock while that one makes or recovers the file.
    await whenFree(() => writer.exec(pragmas), deadline)
    await prepareSchema(writer, { path, mustExist, now, deadline })
    // A reader waits only while another process recovers after a crash: rarely, and briefly.
    const readerPragmas = `${pragmas} PRAGMA query_only = ON; PRAGMA busy_timeout = ${readerWaitMs(busyTimeoutMs)};`
    await whenFree(() => reader.exec(readerPragmas), deadline)
    const readForVerification = await whenFree(() => prepareVerificationRead(reader), deadline)
    const commitWatch = await whenFree(() => prepareCommitWatch(reader), deadline)
    const writes = new Kysely<KeyDatabase>({ dialect: createNodeSqliteDialect(writer, busyTimeoutMs) })
    const reads = new Kysely<KeyDatabase>({ dialect: createNodeSqliteDialect(reader, busyTimeoutMs) })
    return {
      reads,
      writes,
      readForVerification,
      commitWatch,
      close: async () => {
        await Promise.all([writes.destroy(), reads.destroy()])
        writer.close()
        reader.close()
      },
    }
  } catch (error) {
    writer.close()
    reader.close()
    throw error
  }
}

/** SQLITE_READONLY and SQLITE_CANTOPEN, with whatever they add. */
function isNotWritable(error: unknown): boolean {
  if (!(error instanceof Error && 'errcode' in error) || typeof error.errcode !== 'number') return false
  return [8, 14].includes(error.errcode & 0xff)
}

function notWritable(path: string): string {
  return `Latchkey: the database ${path} cannot be opened to read and write. Nothing was made in its place. Give this process's user its file and its folder, on a disk that is mounted for writing.`
}

/** SQLite waits in the process's only thread, so never longer than a quarter of a second. */
function readerWaitMs(busyTimeoutMs: number): number {
  return Math.trunc(Math.min(Math.max(busyTimeoutMs, 0), 250))
}
