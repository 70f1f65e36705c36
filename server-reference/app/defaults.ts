/** Known to what starts the app before the library is built; so this imports nothing. */
export const defaultPort = 3000
