import { describe, expect, it } from 'vitest'
import { isTrustedOrigin } from './is-trusted-origin.js'
import { parseIdempotencyKey } from './parse-idempotency-key.js'
import { parseIfMatch } from './parse-if-match.js'

describe('Whose pages may write (MG-7)', () => {
  const allowed = ['https://app.example.com']
  const trusted = (headers: Record<string, string>) => isTrustedOrigin(new Headers(headers), allowed)

  it.each([
    { Origin: 'https://app.example.com' },
    { Origin: 'https://app.example.com', 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'same-origin' },
  ])('%j may', (headers) => expect(trusted(headers)).toBe(true))

  it.each([
    {},
    { Origin: 'null' },
    { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' },
    { Origin: 'https://evil.example' },
    { Origin: 'https://app.example.com.evil.example' },
    { Origin: 'http://app.example.com' },
    { Origin: 'https://app.example.com:444' },
    { Origin: 'https://APP.example.com' },
    { 'Sec-Fetch-Site': 'same-site' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'none' },
    { Referer: 'https://app.example.com/settings' },
  ])('%j may not', (headers) => expect(trusted(headers)).toBe(false))
})

describe('If-Match names the version that was read', () => {
  it.each([
    ['"3"', 3],
    ['W/"12"', 12],
  ])('%s is understood', (field, version) => expect(parseIfMatch(field)).toEqual({ ok: true, version }))

  it.each([null, '*'])('%s names none, so one is asked for', (field) => {
    expect(parseIfMatch(field)).toEqual({ ok: false, code: 'version_required' })
  })

  it.each(['3', '"3", "4"', '"x"', '"-1"', '""', 'w/"3"', '"1e3"'])('%s cannot be read', (field) => {
    expect(parseIfMatch(field)).toEqual({ ok: false, code: 'bad_request' })
  })
})

describe('Idempotency-Key is read bare and quoted alike (MG-10)', () => {
  it('None is none', () => expect(parseIdempotencyKey(null)).toEqual({ ok: true, idempotencyKey: null }))

  it.each([
    ['8e03978e-40d5', '8e03978e-40d5'],
    ['"8e03978e-40d5"', '8e03978e-40d5'],
    ['"a \\"b\\" \\\\"', 'a "b" \\'],
    ['x'.repeat(255), 'x'.repeat(255)],
  ])('%s', (field, idempotencyKey) => {
    expect(parseIdempotencyKey(field)).toEqual({ ok: true, idempotencyKey })
  })

  it.each(['', '""', '"open', 'two words', 'x'.repeat(256), 'ä', '"a"b"'])('%s cannot be read', (field) => {
    expect(parseIdempotencyKey(field)).toEqual({ ok: false, code: 'bad_request' })
  })
})
