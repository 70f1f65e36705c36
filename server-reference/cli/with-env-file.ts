import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { Call } from './command.js'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'

/** The call with what its `--env` names: apps keep their variables in one, which nobody loads for a command. */
export function withEnvFile(call: Call): Call {
  const path = call.text('env')
  if (path === undefined) return call
  const { terminal } = call
  try {
    const env = { ...parseEnv(readFileSync(path, 'utf8')), ...terminal.env }
    return { ...call, terminal: { ...terminal, env } }
  } catch {
    // Nothing of the file is told: it is full of secrets.
    throw new CommandStop(
      exitCodes.usage,
      `The file of --env, ${path}, cannot be read. Name one with lines such as DATABASE_URL=….`,
    )
  }
}
