import { descriptionMaxLength, descriptionProblem, toDescription } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'

/** What is wrong with a description, by the contract's own rule and in the reader's language; null: nothing. */
export function noteError(text: string, { note }: LatchkeyStrings): string | null {
  const problem = descriptionProblem(toDescription(text))
  if (problem === null) return null
  return problem === 'tooLong' ? note.tooLong(descriptionMaxLength) : note.invisible
}

/** A description as it is sent: null where nothing was written. */
export function toNote(text: string): string | null {
  return toDescription(text) || null
}
