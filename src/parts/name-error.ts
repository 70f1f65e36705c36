import { keyNameSchema, nameMaxLength } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'

/** What is wrong with a name, by the contract's own rule and in the reader's language; null: nothing. */
export function nameError(name: string, strings: LatchkeyStrings): string | null {
  const result = keyNameSchema['~standard'].validate(name)
  if (result instanceof Promise || !result.issues) return null
  const trimmed = name.normalize('NFC').trim()
  if (trimmed === '') return strings.validation.nameRequired
  return Array.from(trimmed).length > nameMaxLength
    ? strings.validation.nameTooLong(nameMaxLength)
    : strings.validation.nameInvisible
}
