import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from './retry-after.js'

const now = Date.parse('2026-11-23T17:40:00Z')

describe('parseRetryAfter (RFC 9110 §10.2.3)', () => {
  it.each([
    ['12', 12],
    [' 0 ', 0],
    ['Mon, 23 Nov 2026 17:40:30 GMT', 30],
    ['Mon, 23 Nov 2026 17:00:00 GMT', 0],
  ])('reads %j as %i seconds', (header, seconds) => {
    expect(parseRetryAfter(header, now)).toBe(seconds)
  })

  it.each([null, '', '-5', '1.5', 'soon', '99999999999'])('leaves %j alone', (header) => {
    expect(parseRetryAfter(header, now)).toBeUndefined()
  })
})
