import type { Call } from './command.js'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'
import { toPrintable } from './to-printable.js'

/** Asks before something that cannot be undone. @param word what has to be typed */
export async function confirm({ terminal, isSet }: Call, question: string, word = 'yes'): Promise<void> {
  if (isSet('yes')) return
  if (!terminal.isInteractive) {
    throw new CommandStop(
      exitCodes.notConfirmed,
      `${question} Nobody can be asked here: add --yes. Nothing was changed.`,
    )
  }
  const answer = await terminal.ask(`${toPrintable(question)} Type "${word}" to go on: `)
  if (answer.trim() !== word) throw new CommandStop(exitCodes.notConfirmed, 'Nothing was changed.')
}
