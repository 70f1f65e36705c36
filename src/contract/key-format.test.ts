import { describe, expect, it } from 'vitest'
import { base62, crc32, parseKey } from './key-format.js'

const vectors = [
  ['kit_live_0000000000000000_00000000000000000000000000000000000000000001XXezn', 0x5425f77f],
  ['kit_test_ABCDEFGHIJKLMNOP_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg2kaaCD', 0x963ec505],
  ['acme_live_zZ9yY8xX7wW6vV5u_Zz0Yy1Xx2Ww3Vv4Uu5Tt6Ss7Rr8Qq9PpOoNnMmLlKkJ3qovbm', 0xd256d45a],
] as const

const [good] = vectors[2]

describe('key format (KF-1, KF-4, KF-6)', () => {
  it('computes CRC-32 as ISO-HDLC defines it', () => {
    expect(crc32('123456789')).toBe(0xcbf43926)
  })

  it('writes base62 over 0-9A-Za-z', () => {
    expect(base62(0xffffffff)).toBe('4gfFC3')
    expect(base62(0)).toBe('0')
  })

  it.each(vectors)('accepts %s', (secret, crc) => {
    expect(crc32(secret.slice(0, -6))).toBe(crc)
    expect(parseKey(secret)).toMatchObject({ ok: true, key: { secret } })
  })

  it('tells a typo from something that is no key', () => {
    expect(parseKey(good.replace('Zz0', 'Zz1'))).toEqual({ ok: false, reason: 'checksum' })
    expect(parseKey('sk_live_hello')).toEqual({ ok: false, reason: 'shape' })
  })

  it.each([
    ['a leading space', ` ${good}`],
    ['a trailing newline', `${good}\n`],
    ['another case', good.toUpperCase()],
    ['full-width letters', good.replace('Z', 'Ｚ')],
    ['a NUL', `${good}\0`],
    ['one character fewer', good.slice(0, -1)],
    ['a megabyte', good.padEnd(1_000_000, 'a')],
    ['nothing', ''],
  ])('does not mend %s', (_, text) => {
    expect(parseKey(text)).toEqual({ ok: false, reason: 'shape' })
  })
})
