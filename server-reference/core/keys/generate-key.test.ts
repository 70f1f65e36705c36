import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { base62Digit, keyPattern, parseKey } from '../../../src/contract/index.js'
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

describe('what a scanner is told to look for (KF-9)', () => {
  const published = new RegExp(keyPattern, 'g')
  const find = (text: string) => (text.match(published) ?? []).filter((found) => parseKey(found).ok)

  it('finds every key, wherever it stands', () => {
    const secrets = Array.from({ length: 1_000 }, (_, index) =>
      generateKey(index % 2 === 0 ? 'lk' : 'acme1', index % 3 === 0 ? 'test' : 'live', random),
    ).map(({ secret }) => secret)
    const text = secrets.map((secret, index) => `KEY${index}="${secret}", url=https://x/?k=${secret}`)
    expect(find(text.join('\n'))).toEqual(secrets.flatMap((secret) => [secret, secret]))
  })

  it('finds nothing in 100 MB of random text', { timeout: 120_000 }, () => {
    const letters = `${alphabet}_-./+= "\n`
    const letterOf = Uint8Array.from({ length: 256 }, (_, byte) => letters.charCodeAt(byte % letters.length))
    const bytes = new Uint8Array(1_000_000)
    for (let part = 0; part < 100; part += 1) {
      for (let at = 0; at < bytes.length; at += 50_000) {
        crypto.getRandomValues(bytes.subarray(at, at + 50_000))
      }
      const text = Buffer.from(bytes.map((byte) => letterOf[byte] ?? 0)).toString('latin1')
      expect(find(text)).toEqual([])
    }
  })

  it('finds no key in text of its shape, nor in keys of which one character was changed', () => {
    const next = randomDigits(1)
    const shaped = Array.from({ length: 10_000 }, () => `lk_live_${next(16)}_${next(49)}`).join('\n')
    expect([shaped.match(published)?.length, find(shaped)]).toEqual([10_000, []])
    for (let count = 0; count < 500; count += 1) {
      const { secret } = generateKey('lk', 'live', random)
      const at = 25 + (count % 49)
      const other = base62Digit((alphabet.indexOf(secret.charAt(at)) + 1) % 62)
      expect(find(`${secret.slice(0, at)}${other}${secret.slice(at + 1)}`)).toEqual([])
    }
  })

  it('is the expression that the documentation gives, and one that every scanner understands', () => {
    const ours = keyPattern.replace('[a-z][a-z0-9]{1,15}', 'lk')
    for (const page of ['server-reference/README.md', 'stories/guides/leaked-keys.mdx']) {
      expect(readFileSync(join(import.meta.dirname, '../../..', page), 'utf8')).toContain(ours)
    }
    expect(ours).not.toMatch(/\(\?(?:[=!]|<[=!])/)
  })
})

/** The same digits each time: which of them make a checksum is no matter of luck. */
function randomDigits(seed: number): (length: number) => string {
  let state = seed
  const nextDigit = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return base62Digit((state >>> 0) % 62)
  }
  return (length) => Array.from({ length }, nextDigit).join('')
}

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
