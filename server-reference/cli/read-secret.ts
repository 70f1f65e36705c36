import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'
import type { Terminal } from './terminal.js'

/** Longer than any key of ours or of those that are imported. */
const maxLength = 1_024

/** A whole key from a hidden question or from the standard input: never from the arguments, which others can read. */
export async function readSecret(terminal: Terminal): Promise<string> {
  const typed = terminal.isInteractive
    ? await terminal.askSecretly('Paste the key (it is not shown): ')
    : await terminal.readInput()
  const secret = typed.trim()
  if (secret !== '' && secret.length <= maxLength && !/\s/.test(secret)) return secret
  throw new CommandStop(
    exitCodes.usage,
    'That is no key: it must be one word, on the standard input or when asked.',
  )
}
