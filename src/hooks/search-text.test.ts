import { expect, it } from 'vitest'
import { toSearchText } from './search-text.js'

// Were each place of it tried anew, this would not end before the test's time is over.
it('A whole log that was pasted is cut to what a server takes, at once', () => {
  expect(toSearchText('x'.repeat(10_000_000))).toEqual({ mode: 'text', text: 'x'.repeat(128) })
})

it('A key is found in the line around it', () => {
  const line = `curl -H "Authorization: Bearer lk_live_${'a'.repeat(16)}_${'b'.repeat(49)}" https://api.example.com`
  expect(toSearchText(line)).toEqual({ mode: 'key', id: 'a'.repeat(16), mask: 'lk_live_aaaa…bbbb' })
})
