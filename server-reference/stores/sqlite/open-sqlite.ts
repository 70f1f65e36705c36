import { DatabaseSync } from 'node:sqlite'
import { Kysely } from 'kysely'
import type { KeyDatabase } from '../sql/key-database.js'
import { createNodeSqliteDialect } from './node-sqlite-dialect.js'
import { prepareFile } from './prepare-file.js'
import { prepareSchema } from './prepare-schema.js'
import type { SqliteConnections, SqliteHandleOptions } from './sqlite-handle.js'
import { prepareVerificationRead } from './verification-read.js'

/** Long enough for another process to finish its migrations, in milliseconds; nothing is blocked meanwhile. */
const openTimeoutMs = 5_000

/** 16 MiB of pages for each connection: the index of 100,000 keys. */
const cachePragma = 'PRAGMA cache_size = -16384'

/**
 * Two connections: one that writes, one that only reads. A transaction that is still open on the first is
 * invisible on the second, so no verification ever sees a change that may yet be rolled back.
 */
export async function openSqlite(options: SqliteHandleOptions): Promise<SqliteConnections> {
  const { path, busyTimeoutMs, mustExist, now } = options
  prepareFile(path, mustExist)
  const databases: DatabaseSync[] = []
  const connect = () => {
    const database = new DatabaseSync(path, { enableForeignKeyConstraints: true })
    databases.push(database)
    database.exec(`PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; ${cachePragma}`)
    return database
  }
  try {
    const writer = connect()
    await prepareSchema(writer, { path, mustExist, now, timeoutMs: openTimeoutMs })
    const reader = connect()
    // A reader waits only while another process recovers after a crash: rarely, and briefly.
    reader.exec(`PRAGMA busy_timeout = ${Math.trunc(Math.min(busyTimeoutMs, 250))}; PRAGMA query_only = ON`)
    const readForVerification = prepareVerificationRead(reader)
    const writes = new Kysely<KeyDatabase>({ dialect: createNodeSqliteDialect(writer, busyTimeoutMs) })
    const reads = new Kysely<KeyDatabase>({ dialect: createNodeSqliteDialect(reader, busyTimeoutMs) })
    return {
      reads,
      writes,
      readForVerification,
      close: async () => {
        await writes.destroy()
        await reads.destroy()
      },
    }
  } catch (error) {
    for (const database of databases) database.close()
    throw error
  }
}
