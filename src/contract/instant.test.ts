import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { parseInstant } from './instant.js'
import { instantSchema } from './instant-schema.js'

describe('instants (MG-20)', () => {
  it.each([
    ['2027-01-31T00:00:00Z', '2027-01-31T00:00:00.000Z'],
    ['2027-01-31T01:30:00.5+01:30', '2027-01-31T00:00:00.500Z'],
    ['2028-02-29t12:00:00z', '2028-02-29T12:00:00.000Z'],
  ])('%s becomes its UTC spelling', (written, stored) => {
    expect(v.parse(instantSchema, written)).toBe(stored)
  })

  it.each([
    '2027-02-31T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-01-01T24:00:00Z',
    '2027-01-01T00:00:60Z',
    '2027-01-01T00:00:00',
    '2027-01-01 00:00:00Z',
    '2027-01-01T00:00:00+99:00',
    '2027-01-01',
    '1798761600000',
    'tomorrow',
    '',
  ])('"%s" is refused', (text) => {
    expect(parseInstant(text)).toBeNull()
    expect(v.safeParse(instantSchema, text).success).toBe(false)
  })
})
