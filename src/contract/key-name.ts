import * as v from 'valibot'
import { removeKey } from './holds-key.js'
import {
  descriptionMaxLength,
  descriptionProblem,
  keyNameProblem,
  nameMaxLength,
  type TextProblem,
  toDescription,
  toKeyName,
} from './visible-text.js'

/** A key's name: NFC, trimmed, 1–64 code points, no key in it, nothing invisible that could disguise it. */
export const keyNameSchema = v.pipe(
  v.string('Write a name.'),
  v.transform(toKeyName),
  v.check((text) => keyNameProblem(text) === null, wordsFor(keyNameProblem, nameMaxLength)),
)

/** A key's description: like its name, at most 255 code points; runs of white space become one space. */
export const descriptionSchema = v.pipe(
  v.string(),
  v.transform(toDescription),
  v.check((text) => descriptionProblem(text) === null, wordsFor(descriptionProblem, descriptionMaxLength)),
)

function wordsFor(problemOf: (text: string) => TextProblem | null, maxLength: number) {
  const words = {
    empty: 'Write a name.',
    secret: removeKey,
    tooLong: `Use at most ${maxLength} characters.`,
    invisible: 'Remove invisible or control characters.',
  } as const satisfies Record<TextProblem, string>
  return ({ input }: { input: string }) => words[problemOf(input) ?? 'invisible']
}
