import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { createMachineTokens, type MachineTokenOptions } from './create-machine-tokens.js'
import { generateSigningKey } from './generate-signing-key.js'
import { audience, createTokenBench, issuer, signingKey } from './token-bench.conformance.js'

const make = (options: Partial<MachineTokenOptions>) => () =>
  createMachineTokens({ issuer, audience, signingKeys: signingKey, ...options })

const { d: _, ...publicKey } = signingKey

describe('ST-5, OP-8: tokens are not made', () => {
  it.each([
    ['no key', ''],
    ['no key in a list', []],
    ['what is no JSON', '{"kty":'],
    ['null', 'null'],
  ])('with %s', (_what, signingKeys) => {
    expect(make({ signingKeys })).toThrow('there is no signing key')
  })

  it.each([
    ['a short private part', { ...signingKey, d: 'AQAB' }],
    ['a short coordinate', { ...signingKey, x: 'AQAB' }],
    ['no kid', { ...signingKey, kid: undefined }],
    ['a kid that no header carries', { ...signingKey, kid: 'a b' }],
    ['another curve', { ...signingKey, crv: 'P-384' }],
    ['another kind of key', { kty: 'oct', k: 'c2VjcmV0', kid: '1' }],
    ['another algorithm', { ...signingKey, alg: 'HS256' }],
    ['a key to encrypt with', { ...signingKey, use: 'enc' }],
  ])('with a key that has %s, and it is not repeated', (_what, key) => {
    const text = JSON.stringify(key)
    expect(make({ signingKeys: text })).toThrow('is no whole P-256 key')
    expect(make({ signingKeys: text })).not.toThrow(signingKey.d)
  })

  it('with a key that anybody can read in RFC 7515 or RFC 7517', () => {
    const printed = {
      ...signingKey,
      x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
      y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI',
    }
    expect(make({ signingKeys: printed })).toThrow('is printed in a public document')
  })

  it('with nothing that could sign, or two keys of one name', () => {
    expect(make({ signingKeys: [publicKey, signingKey] })).toThrow('has no private part')
    expect(make({ signingKeys: [signingKey, publicKey] })).toThrow('two signing keys have one kid')
  })

  it.each([
    'http://app.example.com',
    'https://app.example.com/',
    'https://app.example.com?a=b',
    'https://app.example.com#a',
    'https://user@app.example.com',
    'app.example.com',
    '',
  ])('for the issuer "%s"', (wrong) => {
    expect(make({ issuer: wrong })).toThrow('is no https address')
  })

  it.each(['', 'two words'])('for the audience "%s"', (wrong) => {
    expect(make({ audience: wrong })).toThrow('have no audience')
  })

  it.each([0, -1, 0.5, 901, Number.NaN])('KF-12: for %s seconds', (lifetimeSeconds) => {
    expect(make({ lifetimeSeconds })).toThrow('lifetimeSeconds')
  })
})

describe('Tokens are made', () => {
  it.each([
    'https://app.example.com',
    'https://app.example.com/shop',
    'http://localhost:3000',
    'http://127.0.0.1:3000',
  ])('for the issuer %s', (right) => {
    expect(make({ issuer: right })).not.toThrow()
  })

  it('with a key, a list, a key set, or any of them as JSON', () => {
    for (const signingKeys of [signingKey, [signingKey], { keys: [signingKey] }]) {
      expect(make({ signingKeys })).not.toThrow()
      expect(make({ signingKeys: JSON.stringify(signingKeys) })).not.toThrow()
    }
  })
})

describe('A key that sounds right and is not', () => {
  const serve = (signingKeys: MachineTokenOptions['signingKeys']) =>
    createTokenBench({
      store: memoryStore(),
      limits: { limiter: memoryRateLimits() },
      tokenOptions: { signingKeys },
    })

  it('is found when it is tried, at the start', async () => {
    const other = await generateSigningKey()
    await expect(serve([signingKey, other]).service.ready()).resolves.toBeUndefined()
    for (const wrong of [
      { ...signingKey, d: other.d },
      { ...signingKey, y: other.y },
      { ...signingKey, d: 'A'.repeat(43) },
    ]) {
      await expect(serve(wrong).service.ready()).rejects.toThrow('cannot be used')
      await expect(serve([other, wrong]).service.ready()).rejects.toThrow('cannot be used')
    }
  })

  it('opens nothing where nobody tried it: the answer is 503, and what is wrong is reported', async () => {
    const good = serve(signingKey)
    const { token } = await good.issueToken()
    const { present, errors } = serve({ ...signingKey, y: (await generateSigningKey()).y })
    expect(await present(token)).toMatchObject({ ok: false, code: 'store_unavailable' })
    expect(errors).toHaveLength(1)
  })
})
