import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { descriptionSchema, keyNameSchema } from './key-name.js'

const accepts = (name: string) => v.safeParse(keyNameSchema, name).success

describe('key names (MG-17)', () => {
  it('are trimmed and composed', () => {
    expect(v.parse(keyNameSchema, '  cafe\u0301 ')).toBe('café')
  })

  it.each([
    'ci-deploy',
    '決済サービス',
    'خدمة',
    '❤️ prod',
    '👩‍💻 laptop',
    '\u2764\uFE0F\u200D\u{1F525} hotfix',
    '\u{1F3F3}\uFE0F\u200D\u{1F308} team',
    'می\u200Cخواهم',
    'नमस्ते',
    'x'.repeat(64),
    '🔑'.repeat(64),
  ])('may be %s', (name) => expect(accepts(name)).toBe(true))

  it.each([
    ['nothing', ''],
    ['white space alone', ' \t '],
    ['more than 64 code points', '🔑'.repeat(65)],
    ['a control character', 'a\u0007b'],
    ['a NUL', 'a\0b'],
    ['a line separator', 'a\u2028b'],
    ['a bidi override', 'a\u202Eb'],
    ['a bidi isolate', 'a\u2066b'],
    ['a zero-width space', 'a\u200Bb'],
    ['a byte-order mark', 'a\uFEFFb'],
    ['tag characters', 'a\u{E0041}'],
    ['a lone surrogate', 'a\uD800'],
    ['a private-use character', 'a\uE000'],
    ['a joiner at the end', 'a\u200D'],
    ['two joiners in a row', 'a\u200D\u200Db'],
    ['a variation selector first', '\uFE0Fa'],
    ['two variation selectors in a row', 'a\uFE0F\uFE0F'],
    ['a variation selector after a joiner', 'a\u200D\uFE0Fb'],
    ['a joiner behind a selector with nothing before it', '\uFE0F\u200Da'],
    ['a Hangul filler alone', '\u3164'],
    ['a Hangul filler', 'a\u3164b'],
    ['a half-width Hangul filler', 'a\uFFA0b'],
    ['a Hangul initial filler', 'a\u115Fb'],
    ['a Hangul medial filler', 'a\u1160b'],
    ['a blank braille pattern', 'a\u2800b'],
    ['a combining grapheme joiner', 'a\u034Fb'],
    ['a Khmer inherent vowel', 'a\u17B4b'],
    ['a Mongolian vowel separator', 'a\u180Eb'],
  ])('may not hold %s', (_, name) => expect(accepts(name)).toBe(false))
})

describe('a whole key in a text (ST-1)', () => {
  const key = 'acme_live_zZ9yY8xX7wW6vV5u_Zz0Yy1Xx2Ww3Vv4Uu5Tt6Ss7Rr8Qq9PpOoNnMmLlKkJ3qovbm'
  const told = (schema: typeof keyNameSchema | typeof descriptionSchema, text: string) =>
    v.safeParse(schema, text).issues?.[0]?.message

  it.each([
    ['alone', key],
    ['in a sentence', `the old one was ${key}.`],
    ['behind a name', `API_KEY=${key}`],
    ['in a name', `KEY_${key}`],
    ['with more behind it', `${key}xyz`],
    ['behind one that is none', `${key.slice(0, -1)}x ${key}`],
  ])('is refused with what to do, %s', (_, text) => {
    expect(told(descriptionSchema, text)).toMatch(/^Remove the API key\b/)
    expect(told(keyNameSchema, text)).toMatch(/^Remove the API key\b/)
  })

  it.each([
    ['its public part', key.slice(0, 26)],
    ['what looks like one with a wrong checksum', `${key.slice(0, -1)}x`],
  ])('is not %s', (_, text) => expect(told(descriptionSchema, text)).toBeUndefined())
})

describe('descriptions', () => {
  it('keep their words and lose their line breaks', () => {
    expect(v.parse(descriptionSchema, 'Used by\n the billing  worker ')).toBe('Used by the billing worker')
  })

  it('may be empty, and have at most 255 code points', () => {
    expect(v.safeParse(descriptionSchema, '').success).toBe(true)
    expect(v.safeParse(descriptionSchema, 'x'.repeat(256)).success).toBe(false)
  })
})
