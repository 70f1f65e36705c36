import type { CommandOption } from './command.js'

/** What every command that opens the database takes. */
export const commonOptions = {
  database: {
    value: '<url>',
    text: 'file:path or postgres://user@host/database; else DATABASE_URL, else file:.data/latchkey.db',
  },
  json: { text: 'one line of JSON for scripts' },
} as const satisfies Record<string, CommandOption>
