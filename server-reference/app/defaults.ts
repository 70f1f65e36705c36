/** Known to what starts the app before the library is built; so this imports nothing. */
export const defaultPort = 3000

/** Below the root of the repository. */
export const defaultDatabaseUrl = 'file:.data/latchkey.db'
