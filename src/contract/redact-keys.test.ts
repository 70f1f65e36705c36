import { expect, test } from 'vitest'
import { redactKeys } from './redact-keys.js'

const id = '0123456789abcdef'
const secret = `${'s'.repeat(43)}abcdef`

test.each([
  ['a whole key', `lk_live_${id}_${secret}`],
  ['of another brand and environment', `acme2_test_${id}_${secret}`],
  ['cut off', `lk_live_${id}_${secret.slice(0, 20)}`],
  ['with too much behind', `lk_live_${id}_${secret}xyz`],
  ['in capitals', `LK_LIVE_${id}_${secret}`],
])('OP-1: a key is replaced wherever it stands: %s', (_, key) => {
  expect(redactKeys(`Bearer ${key}, and ${key}.`)).toBe('Bearer [API key], and [API key].')
})

test('What is no key stays, and so does the public part of one', () => {
  const text = `lk_live_${id} is disabled; urn:latchkey:request:5e884898-da28-4747`
  expect(redactKeys(text)).toBe(text)
})
