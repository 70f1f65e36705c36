import { describe, expect, it } from 'vitest'
import { base62Digit, parseKey } from '../../../src/contract/index.js'
import { generateKey } from './generate-key.js'
import { randomBase62 } from './random-base62.js'

const random = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes)
const alphabet = Array.from({ length: 62 }, (_, index) => base62Digit(index)).join('')

/** A source that gives the bytes behind these digits, whatever is asked. */
const dictate = (digits: string) => (bytes: Uint8Array) => {
  for (let index = 0; index < bytes.length; index += 1) {
    bytes[index] = alphabet.indexOf(digits.charAt(index % digits.length))
  }
}

describe('a new key', () => {
  it('is read back by the parser that everybody uses (KF-1, KF-4)', () => {
    for (let count = 0; count < 500; count += 1) {
      const { secret, id, prefix, start, end } = generateKey('lk', 'live', random)
      expect(parseKey(secret)).toEqual({ ok: true, key: { secret, brand: 'lk', environment: 'live', id } })
      expect(secret.startsWith(`${prefix}${start}`)).toBe(true)
      expect(secret.endsWith(end)).toBe(true)
    }
  })

  it.each([
    ['acme', 'live', 'zZ9yY8xX7wW6vV5uZz0Yy1Xx2Ww3Vv4Uu5Tt6Ss7Rr8Qq9PpOoNnMmLlKkJ', '3qovbm'],
    ['kit', 'test', 'ABCDEFGHIJKLMNOP0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg', '2kaaCD'],
  ] as const)('ends like the vector of %s_%s', (brand, environment, digits, checksum) => {
    const { secret } = generateKey(brand, environment, dictate(digits))
    expect(secret).toBe(`${brand}_${environment}_${digits.slice(0, 16)}_${digits.slice(16)}${checksum}`)
  })

  it('shows nothing of the secret part (KF-11, UI-8)', () => {
    const { secret, start, end } = generateKey('lk', 'test', random)
    expect(start).toBe(secret.slice(8, 12))
    expect(end).toBe(secret.slice(-4))
  })
})

describe('randomness (KF-2)', () => {
  it('makes every digit as likely as any other', () => {
    let next = 0
    const everyByteThreeTimes = (bytes: Uint8Array) => {
      for (let index = 0; index < bytes.length; index += 1) bytes[index] = next++ * 7 + 1
    }
    const counts = new Map<string, number>()
    for (const digit of randomBase62(3 * 248, everyByteThreeTimes)) {
      counts.set(digit, (counts.get(digit) ?? 0) + 1)
    }
    expect([...counts.values()]).toEqual(new Array(62).fill(12))
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('no entropy')
      },
    ],
    ['fills nothing', () => {}],
    ['fills a part', (bytes: Uint8Array) => void crypto.getRandomValues(bytes.subarray(0, 40))],
    ['gives only bytes that are thrown away', (bytes: Uint8Array) => void bytes.fill(255)],
  ])('a source that %s makes no key', (_, broken) => {
    expect(() => generateKey('lk', 'live', broken)).toThrow()
  })
})
