import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Sees to it that nobody but this user can read the file; SQLite gives its journal the same mode. */
export function prepareFile(path: string, mustExist: boolean): void {
  if (path === '' || path === ':memory:') {
    throw new Error(
      'Latchkey: the SQLite store needs the path of a file. Several connections share it, which a database in memory cannot. Use memoryStore() where nothing is to be kept.',
    )
  }
  if (mustExist && !existsSync(path)) {
    throw new Error(
      `Latchkey: there is no database at ${path}. It is not made anew, because keys that exist would be refused as unknown. Restore the file, or allow a new one with mustExist: false.`,
    )
  }
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // SQLite would make it readable for everybody whom the umask lets in. Only where there is none: to close a
  // file drops every lock that this process holds on it, those of other connections too.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600))
  if ((statSync(path).mode & 0o077) !== 0) chmodSync(path, 0o600)
}
