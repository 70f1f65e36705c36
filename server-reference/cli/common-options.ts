import type { CommandOption } from './command.js'

/** What every command that opens the database takes. */
export const commonOptions = {
  // Not --env-file: Node takes that for itself wherever it stands, and ends before us where the file is missing.
  env: {
    value: '<path>',
    text: 'variables as the app reads them, such as .env.local; those of the environment win',
  },
  database: {
    value: '<url>',
    text: 'file:path or postgres://user@host/database; a password belongs into DATABASE_URL, which is what is read else',
  },
  json: { text: 'one line of JSON for scripts' },
} as const satisfies Record<string, CommandOption>
