import { afterEach, expect, it, vi } from 'vitest'
import { regionalLocale } from './regional-locale.js'

afterEach(() => vi.restoreAllMocks())

function readIn(locale: string) {
  const options = new Intl.NumberFormat(locale).resolvedOptions()
  vi.spyOn(Intl.NumberFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, locale })
}

it('Dates follow the reader’s region where it speaks the language of the words', () => {
  readIn('en-GB')
  expect(regionalLocale('en')).toBe('en-GB-u-nu-latn')
  expect(regionalLocale('en-XA')).toBe('en-GB-u-nu-latn')
})

it('and the words’ own language everywhere else', () => {
  readIn('en-US')
  expect(regionalLocale('pt-BR')).toBe('pt-BR-u-nu-latn')
})

it('Digits are the same in dates and in sentences, whatever the reader’s region writes', () => {
  readIn('ar-EG-u-nu-arab')
  expect(new Intl.NumberFormat(regionalLocale('ar')).format(17)).toBe('17')
})
