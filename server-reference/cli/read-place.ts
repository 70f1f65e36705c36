import { type DatabasePlace, parseDatabaseUrl } from '../variables/parse-database-url.js'
import type { Call } from './command.js'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'

/** Which database a command is about: `--database`, else what the app has. */
export function readPlace({ terminal, text }: Call): DatabasePlace {
  const named = text('database')
  try {
    return parseDatabaseUrl((named ?? terminal.env.DATABASE_URL) || undefined)
  } catch (error) {
    const name = named === undefined ? 'DATABASE_URL' : '--database'
    throw new CommandStop(exitCodes.usage, `${name} ${error instanceof Error ? error.message : error}`)
  }
}
