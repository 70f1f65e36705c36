import { statSync } from 'node:fs'
import { DatabaseSync, type DatabaseSyncOptions, type StatementSync } from 'node:sqlite'

/** Tells `DatabaseLost` from other errors where Next bundled the class twice, so that `instanceof` cannot. */
export const databaseLostCode = 'DATABASE_LOST'

/** The file was deleted or replaced while it was open. */
export class DatabaseLost extends Error {
  override readonly name = 'DatabaseLost'
  readonly code = databaseLostCode
}

/**
 * A connection that refuses to go on once its file is gone: SQLite would read and write the deleted file, and what
 * it acknowledged would be lost with the process. Looked at before each statement, which costs a few microseconds.
 */
export class WatchedDatabase extends DatabaseSync {
  readonly #path: string
  readonly #file: string | null

  constructor(path: string, options: DatabaseSyncOptions) {
    super(path, options)
    this.#path = path
    this.#file = path === ':memory:' ? null : identify(path)
  }

  override prepare(sql: string): StatementSync {
    this.requireFile()
    return super.prepare(sql)
  }

  override exec(sql: string): void {
    this.requireFile()
    super.exec(sql)
  }

  /** Throws `DatabaseLost`. */
  requireFile(): void {
    if (this.#file === null || identify(this.#path) === this.#file) return
    throw new DatabaseLost(
      `The database file ${this.#path} was deleted or replaced while the app was running. Nothing is written to what is left of it. Put it back, then start the app again.`,
    )
  }
}

function identify(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false })
  return stat ? `${stat.dev}:${stat.ino}` : 'missing'
}
