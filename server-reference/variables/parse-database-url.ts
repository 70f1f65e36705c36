/** Where everything is kept. */
export type DatabasePlace =
  /** `:memory:` only while building. */
  { type: 'sqlite'; path: string } | { type: 'postgres'; url: string }

/** Below the folder that the app or the program was started in. */
export const defaultDatabaseUrl = 'file:.data/latchkey.db'

/** Reads `DATABASE_URL`, for the command line and for the app alike; so this imports nothing. Throws what it must be. */
export function parseDatabaseUrl(text: string = defaultDatabaseUrl): DatabasePlace {
  if (/^postgres(?:ql)?:$/.test(URL.parse(text)?.protocol ?? '')) return { type: 'postgres', url: text }
  const path = /^file:(?!\/\/[^/])(.+)$/.exec(text)?.[1]
  // Behind an empty host, and a drive of Windows without the slash that an address has before it.
  if (path) return { type: 'sqlite', path: path.replace(/^\/\/\/(?=[a-z]:)/i, '').replace(/^\/\/\//, '/') }
  throw new Error(
    'must be a file, such as file:.data/latchkey.db, or a PostgreSQL, such as postgres://user@host/database.',
  )
}
