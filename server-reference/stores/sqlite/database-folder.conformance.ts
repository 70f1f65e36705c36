import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** Paths of database files that do not exist yet, in a folder that goes when the suite ends. */
export function newDatabasePaths(): () => string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  let files = 0
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return () => {
    files += 1
    return join(folder, String(files), 'keys.db')
  }
}
