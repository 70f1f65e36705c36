import type { TextProblem } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'

/** What the contract finds wrong with a text, in the reader's language. */
export function textError(problem: TextProblem, maxLength: number, { validation }: LatchkeyStrings): string {
  switch (problem) {
    case 'empty':
      return validation.nameRequired
    case 'secret':
      return validation.holdsKey
    case 'tooLong':
      return validation.nameTooLong(maxLength)
    case 'invisible':
      return validation.nameInvisible
  }
}
