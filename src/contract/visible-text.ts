import { holdsKey } from './holds-key.js'

export const nameMaxLength = 64
export const descriptionMaxLength = 255

/** What can be wrong with a name or a description. */
export type TextProblem = 'empty' | 'secret' | 'tooLong' | 'invisible'

/** A name as it is kept: NFC, trimmed. */
export function toKeyName(text: string): string {
  return text.normalize('NFC').trim()
}

/** A description as it is kept: NFC, trimmed, runs of white space as one space. */
export function toDescription(text: string): string {
  return toKeyName(text).replace(/\s+/gu, ' ')
}

/** What is wrong with a name that `toKeyName` made: 1–64 code points, no key in it, nothing invisible that could disguise it; null: nothing. */
export function keyNameProblem(name: string): TextProblem | null {
  return name === '' ? 'empty' : textProblem(name, nameMaxLength)
}

/** What is wrong with a description that `toDescription` made: like a name, at most 255 code points; null: nothing. */
export function descriptionProblem(description: string): TextProblem | null {
  return textProblem(description, descriptionMaxLength)
}

function textProblem(text: string, maxLength: number): TextProblem | null {
  if (holdsKey(text)) return 'secret'
  if (Array.from(text).length > maxLength) return 'tooLong'
  return forbidden.test(text) || stray.test(text) ? 'invisible' : null
}

/**
 * Control, surrogate, private-use, unassigned, line and paragraph separators, and the blank braille pattern; format
 * characters and all that Unicode says to draw as nothing, but for joiners and variation selectors.
 */
const forbidden =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u2800]|(?!\p{Join_C}|\p{VS})[\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** A joiner needs a visible neighbour on both sides, with or without its variation selector; a selector one before it. */
const stray = /(?:^|\s|\p{Join_C})\p{Join_C}|\p{Join_C}(?:$|\s)|(?:^|\s|\p{Join_C}|\p{VS})\p{VS}/u
