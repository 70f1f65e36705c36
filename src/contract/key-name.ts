import * as v from 'valibot'

export const nameMaxLength = 64
export const descriptionMaxLength = 255

/**
 * Control, surrogate, private-use, unassigned, line and paragraph separators, and the blank braille pattern; format
 * characters and all that Unicode says to draw as nothing, but for joiners and variation selectors.
 */
const forbidden =
  /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u2800]|(?!\p{Join_C}|\p{VS})[\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** A joiner needs a visible neighbour on both sides, with or without its variation selector; a selector one before it. */
const stray = /(?:^|\s|\p{Join_C})\p{Join_C}|\p{Join_C}(?:$|\s)|(?:^|\s|\p{Join_C}|\p{VS})\p{VS}/u

const codePoints = (text: string) => Array.from(text).length

const withoutInvisible = v.check(
  (text: string) => !forbidden.test(text) && !stray.test(text),
  'Remove invisible or control characters.',
)

/** A key's name: NFC, trimmed, 1–64 code points, nothing invisible that could disguise it. */
export const keyNameSchema = v.pipe(
  v.string('Write a name.'),
  v.transform((text) => text.normalize('NFC').trim()),
  v.check((text) => text.length > 0, 'Write a name.'),
  v.check((text) => codePoints(text) <= nameMaxLength, `Use at most ${nameMaxLength} characters.`),
  withoutInvisible,
)

/** A key's description: like its name, at most 255 code points; runs of white space become one space. */
export const descriptionSchema = v.pipe(
  v.string(),
  v.transform((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()),
  v.check(
    (text) => codePoints(text) <= descriptionMaxLength,
    `Use at most ${descriptionMaxLength} characters.`,
  ),
  withoutInvisible,
)
