import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'
import type { Terminal } from './terminal.js'

/** The one time that a secret is shown: alone on the standard output, for a script or a person. */
export function printSecret(terminal: Terminal, secret: string | null): void {
  if (secret === null)
    throw new CommandStop(exitCodes.failed, 'The key was made, and its secret is not to be had again.')
  terminal.print(secret)
  terminal.say('Keep it now: it is stored nowhere and cannot be shown again.')
}
