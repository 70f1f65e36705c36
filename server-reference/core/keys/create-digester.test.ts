import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { nodeDigests } from '../../node-digests.js'
import { createDigester } from './create-digester.js'
import { equalDigests } from './equal-digests.js'
import { fromHex } from './from-hex.js'
import { parsePeppers } from './parse-peppers.js'
import { toHex } from './to-hex.js'
import { webCryptoHmacSha256, webCryptoSha256 } from './web-crypto-digests.js'

const secret = 'kit_live_0000000000000000_00000000000000000000000000000000000000000001XXezn'
const sha256 = '387e810cf662279786d131192c3d921101e2201313f74e8ab94aaa621b57dbfd'
const fresh = '8f'.repeat(8) + createHash('sha256').update('fresh').digest('hex')
const stale = createHash('sha256').update('stale').digest('base64url')

const digesterWith = (peppers: { id: string; secret: string }[], missing: string[] = []) =>
  createDigester({
    sha256: webCryptoSha256,
    hmacSha256: webCryptoHmacSha256,
    peppers: parsePeppers(peppers),
    onMissingPepper: (pepperId) => missing.push(pepperId),
  })

describe('digests (ST-2)', () => {
  it('are the SHA-256 of the whole key', async () => {
    expect(await digesterWith([]).toDigest(secret)).toEqual({
      algorithm: 'sha256',
      pepperId: null,
      value: sha256,
    })
  })

  it('with a pepper are an HMAC over the 32 bytes of that', async () => {
    const value = createHmac('sha256', Buffer.from(fresh, 'hex'))
      .update(Buffer.from(sha256, 'hex'))
      .digest('hex')
    const digester = digesterWith([{ id: 'b', secret: fresh }])
    expect(await digester.toDigest(secret)).toEqual({ algorithm: 'hmac-sha256', pepperId: 'b', value })
  })

  it('are the same from Node as from Web Crypto', async () => {
    const node = nodeDigests()
    const [pepper] = parsePeppers([{ id: 'a', secret: stale }])
    expect(node?.sha256(secret)).toBe(await webCryptoSha256(secret))
    if (!pepper) throw new Error('one pepper was given')
    const message = new Uint8Array([1, 2, 3])
    expect(node?.hmacSha256(pepper.secret, message)).toBe(await webCryptoHmacSha256(pepper.secret, message))
  })
})

describe('hexadecimal digits', () => {
  it('are read in either case and written in lower case', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect(fromHex(toHex(bytes))).toEqual(bytes)
    expect(fromHex(toHex(bytes).toUpperCase())).toEqual(bytes)
    expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
  })
})

describe('the pepper of a digest (ST-4)', () => {
  const old = digesterWith([{ id: 'a', secret: stale }])
  const rotated = digesterWith([
    { id: 'b', secret: fresh },
    { id: 'a', secret: stale },
  ])

  it('is recognised after a newer one was added, and asks to be renewed', async () => {
    expect(await rotated.compare(secret, await old.toDigest(secret))).toBe('outdated')
    expect(await rotated.compare(secret, await digesterWith([]).toDigest(secret))).toBe('outdated')
    expect(await rotated.compare(secret, await rotated.toDigest(secret))).toBe('right')
  })

  it('that is gone makes every secret wrong, and is reported', async () => {
    const missing: string[] = []
    const without = digesterWith([{ id: 'b', secret: fresh }], missing)
    expect(await without.compare(secret, await old.toDigest(secret))).toBe('wrong')
    expect(await digesterWith([], missing).compare(secret, await old.toDigest(secret))).toBe('wrong')
    expect(missing).toEqual(['a', 'a'])
  })

  it('does not hide a key from identify', async () => {
    const candidates = await rotated.candidates(sha256)
    for (const digester of [old, rotated, digesterWith([])]) {
      expect(candidates).toContainEqual(await digester.toDigest(secret))
    }
  })
})

describe('comparison', () => {
  it('finds another secret, and an id that nobody has, wrong', async () => {
    const digester = digesterWith([])
    expect(await digester.compare(`${secret}x`, await digester.toDigest(secret))).toBe('wrong')
    expect(await digester.compare(secret, null)).toBe('wrong')
  })

  it('holds only for equal texts', () => {
    expect(equalDigests(sha256, sha256)).toBe(true)
    expect(equalDigests(sha256, `${sha256.slice(0, -1)}0`)).toBe(false)
    expect(equalDigests(sha256, sha256.slice(1))).toBe(false)
  })
})

describe('comparing digests (ST-3)', () => {
  it('finds the one character that differs, wherever it is, and no prefix equal', () => {
    const digest = 'a'.repeat(64)
    expect(equalDigests(digest, 'a'.repeat(64))).toBe(true)
    for (let at = 0; at < 64; at += 1) {
      expect(equalDigests(digest, `${digest.slice(0, at)}b${digest.slice(at + 1)}`)).toBe(false)
    }
    for (const other of ['', digest.slice(1), `${digest}a`]) expect(equalDigests(digest, other)).toBe(false)
  })
})

describe('peppers of the options (ST-4, ST-5)', () => {
  it.each([
    ['short by one byte', [{ id: 'a', secret: fresh.slice(-62) }]],
    ['constant', [{ id: 'a', secret: '00'.repeat(32) }]],
    ['no encoding of bytes', [{ id: 'a', secret: 'change me, please, before production!' }]],
    ['without an id', [{ id: '', secret: fresh }]],
    [
      'named twice',
      [
        { id: 'a', secret: fresh },
        { id: 'a', secret: stale },
      ],
    ],
  ])('that are %s stop the start', (_, peppers) => {
    expect(() => parsePeppers(peppers)).toThrow(/^Latchkey:/)
  })
})
