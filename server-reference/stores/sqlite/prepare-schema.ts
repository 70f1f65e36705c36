import type { DatabaseSync } from 'node:sqlite'
import { initialSchema } from './migrations/0001-initial.js'
import { changesSchema } from './migrations/0002-changes.js'
import { lineageAndNotices } from './migrations/0003-lineage-and-notices.js'
import { backgroundWork } from './migrations/0004-background-work.js'
import { seenExpired } from './migrations/0005-seen-expired.js'
import { listedByName } from './migrations/0006-listed-by-name.js'
import { nothingReplaced } from './migrations/0007-nothing-replaced.js'
import { whenFree } from './when-free.js'

/** In order; a migration is never changed once it was released. */
const migrations = [
  initialSchema,
  changesSchema,
  lineageAndNotices,
  backgroundWork,
  seenExpired,
  listedByName,
  nothingReplaced,
]

/** The version that this code knows. */
export const schemaVersion = migrations.length

/** "LKey": marks a file as one that has held keys, even if its tables are lost. */
export const applicationId = 0x4c4b6579

interface SchemaOptions {
  path: string
  mustExist: boolean
  now: () => number
  /** Until when to wait for another process, on the clock of `performance.now()`. */
  deadline: number
}

/** Brings a database to the version that this code knows, in one transaction, whoever else is starting. */
export async function prepareSchema(database: DatabaseSync, options: SchemaOptions): Promise<void> {
  const { deadline } = options
  const isCurrent = await whenFree(() => readVersion(database, options) === migrations.length, deadline)
  await whenFree(() => {
    const mode = database.prepare('PRAGMA journal_mode = WAL').get()?.journal_mode
    if (mode !== 'wal') throw new Error(`Latchkey: ${options.path} cannot keep a write-ahead log.`)
  }, deadline)
  if (isCurrent) return

  await whenFree(() => database.exec('BEGIN IMMEDIATE'), deadline)
  try {
    // Read again: another process may have migrated while this one waited for the lock.
    for (const migration of migrations.slice(readVersion(database, options))) database.exec(migration)
    database.exec(`PRAGMA application_id = ${applicationId}`)
    database
      .prepare('INSERT OR REPLACE INTO latchkey_schema (id, version, migrated_at) VALUES (1, ?, ?)')
      .run(migrations.length, options.now())
    database.exec('COMMIT')
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

/** 0: a database without keys, where they may be made. */
function readVersion(database: DatabaseSync, { path, mustExist }: SchemaOptions): number {
  const marker = Number(database.prepare('PRAGMA application_id').get()?.application_id)
  if (marker !== 0 && marker !== applicationId) {
    throw new Error(
      `Latchkey: ${path} belongs to another application (application_id ${marker}). Its tables are left as they are. Name another file.`,
    )
  }
  const hasSchema = database
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'latchkey_schema'")
    .get()
  if (!hasSchema) {
    if (!mustExist && marker === 0) return 0
    throw new Error(
      `Latchkey: ${path} has no keys' tables. They are not made anew, because keys that exist would be refused as unknown. Restore the file from a backup, or name another one.`,
    )
  }
  const version = Number(database.prepare('SELECT version FROM latchkey_schema').get()?.version)
  if (!Number.isInteger(version) || version < 1 || version > migrations.length) {
    throw new Error(
      `Latchkey: ${path} has version ${version} of the keys' tables, and this program knows ${migrations.length}. A newer one has migrated it. Run that one, or restore a backup from before.`,
    )
  }
  return version
}
