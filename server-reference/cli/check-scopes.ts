import type { Call } from './command.js'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'
import { findNearest } from './find-nearest.js'

/** The app's catalogue, as far as the command line was told of it. null: it was not, and any scope will do. */
export function knownScopes({ terminal, texts }: Call): readonly string[] | null {
  const named = texts('known-scopes')
  const { LATCHKEY_SCOPES: fromApp = '' } = terminal.env
  const known =
    named.length > 0
      ? named
      : fromApp
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
  return known.length === 0 ? null : known
}

/** A scope with a typing error is refused by nobody, and found when the key is first used. */
export function checkScopes(call: Call, scopes: readonly string[]): void {
  const known = knownScopes(call)
  const unknown = known === null ? undefined : scopes.find((scope) => !known.includes(scope))
  if (unknown === undefined || known === null) return
  const nearest = findNearest(unknown, known)
  const meant = nearest === null ? '' : ` Did you mean ${nearest}?`
  throw new CommandStop(exitCodes.refused, `There is no scope "${unknown}" among the known ones.${meant}`)
}
