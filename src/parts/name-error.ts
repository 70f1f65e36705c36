import { keyNameProblem, nameMaxLength, toKeyName } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'

/** What is wrong with a name, by the contract's own rule and in the reader's language; null: nothing. */
export function nameError(name: string, { validation }: LatchkeyStrings): string | null {
  const problem = keyNameProblem(toKeyName(name))
  if (problem === null) return null
  if (problem === 'empty') return validation.nameRequired
  return problem === 'tooLong' ? validation.nameTooLong(nameMaxLength) : validation.nameInvisible
}
