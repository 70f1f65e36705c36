import { keyNameProblem, nameMaxLength, toKeyName } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { textError } from './text-error.js'

/** What is wrong with a name, by the contract's own rule and in the reader's language; null: nothing. */
export function nameError(name: string, strings: LatchkeyStrings): string | null {
  const problem = keyNameProblem(toKeyName(name))
  return problem && textError(problem, nameMaxLength, strings)
}
