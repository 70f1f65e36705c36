import { descriptionMaxLength, descriptionProblem, toDescription } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { textError } from './text-error.js'

/** What is wrong with a description, by the contract's own rule and in the reader's language; null: nothing. */
export function noteError(text: string, strings: LatchkeyStrings): string | null {
  const problem = descriptionProblem(toDescription(text))
  return problem && textError(problem, descriptionMaxLength, strings)
}

/** A description as it is sent: null where nothing was written. */
export function toNote(text: string): string | null {
  return toDescription(text) || null
}
