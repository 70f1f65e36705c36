import { descriptionMaxLength, descriptionSchema } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'

/** What is wrong with a description, by the contract's own rule and in the reader's language; null: nothing. */
export function noteError(text: string, strings: LatchkeyStrings): string | null {
  const result = descriptionSchema['~standard'].validate(text)
  if (result instanceof Promise || !result.issues) return null
  return Array.from(text.normalize('NFC').trim()).length > descriptionMaxLength
    ? strings.note.tooLong(descriptionMaxLength)
    : strings.note.invisible
}

/** A description as it is sent: null where nothing was written. */
export function toNote(text: string): string | null {
  const note = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
  return note === '' ? null : note
}
