import { generateKeyPairSync, sign, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { toRawSignature } from './to-raw-signature.js'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const integer = (hex: string) => `02${(hex.length / 2).toString(16).padStart(2, '0')}${hex}`
const sequence = (inner: string) => `30${(inner.length / 2).toString(16).padStart(2, '0')}${inner}`
const raw = (der: string) => {
  const converted = toRawSignature(bytes(der))
  return converted && Buffer.from(converted).toString('hex')
}
const [high, low] = [`ff${'11'.repeat(31)}`, `7f${'22'.repeat(31)}`]

describe('A signature in DER', () => {
  it('is two numbers of 32 bytes, however many it needed', () => {
    expect(raw(sequence(integer(`00${high}`) + integer(low)))).toBe(high + low)
    expect(raw(sequence(integer('01') + integer('0080')))).toBe(`${'00'.repeat(31)}01${'00'.repeat(31)}80`)
  })

  it.each([
    ['nothing', ''],
    ['another kind', `31${sequence(integer(low) + integer(low)).slice(2)}`],
    ['a wrong length', `3045${integer(low)}${integer(low)}`],
    ['one number', sequence(integer(low))],
    ['three numbers', sequence(integer('01') + integer('01') + integer('01'))],
    ['a negative number', sequence(integer(high) + integer(low))],
    ['a padded number', sequence(integer(`00${low}`) + integer(low))],
    ['a number of 33 bytes', sequence(integer(`01${low}`) + integer(low))],
    ['an empty number', sequence(`0200${integer(low)}`)],
    ['a number that ends beyond', sequence(`${integer(low)}0221${low}`)],
    ['something after it', `${sequence(integer(low) + integer(low))}00`],
  ])('is none where it is %s', (_, der) => {
    expect(raw(der)).toBeNull()
  })

  it('is the one that others made', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    // Of as many, some begin with a zero and some need one.
    for (let count = 0; count < 300; count += 1) {
      const message = Buffer.from(String(count))
      const converted = toRawSignature(new Uint8Array(sign('sha256', message, privateKey)))
      expect(converted).toHaveLength(64)
      if (!converted) continue
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, converted)).toBe(true)
    }
  })
})
