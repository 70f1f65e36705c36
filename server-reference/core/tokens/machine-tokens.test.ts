import { createHmac } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { LatchkeyOptions } from '../latchkey-options.js'
import { ada, expectValue, withoutIdempotency } from '../test-bench.conformance.js'
import type { MachineTokenOptions } from './create-machine-tokens.js'
import { generateSigningKey } from './generate-signing-key.js'
import { toPublicKey } from './parse-signing-keys.js'
import {
  audience,
  createTokenBench,
  encodePart,
  forge,
  issuer,
  signingKey,
} from './token-bench.conformance.js'

const bench = (options: Partial<LatchkeyOptions> & { tokenOptions?: Partial<MachineTokenOptions> } = {}) =>
  createTokenBench({ store: memoryStore(), limits: { limiter: memoryRateLimits() }, ...options })

const invalid = { ok: false, code: 'invalid_key' }
const scopes = ['orders:read', 'orders:write']

describe('a token', () => {
  it('has the form of RFC 9068 and says what RFC 7519 asks of it (KF-12)', async () => {
    const { issueToken, clock } = bench()
    const { key, token, expiresIn } = await issueToken({ name: 'ci', scopes }, ['orders:read'])
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: signingKey.kid })
    const issuedAt = clock.now / 1000
    expect(decodeJwt(token)).toEqual({
      iss: issuer,
      aud: audience,
      sub: key.id,
      client_id: key.id,
      jti: expect.stringMatching(/^[0-9A-Za-z]{22}$/),
      iat: issuedAt,
      exp: issuedAt + 300,
      scope: 'orders:read',
      consumer_id: 'ada',
      key_name: 'ci',
      environment: 'live',
    })
    expect(expiresIn).toBe(300)
  })

  it('is nobody twice', async () => {
    const { issue, exchange } = bench()
    const { secret } = await issue()
    const [one, other] = [await exchange(secret), await exchange(secret)]
    expect(one.ok && other.ok && decodeJwt(one.accessToken).jti !== decodeJwt(other.accessToken).jti).toBe(
      true,
    )
  })

  it('opens what its key opens, with an identity like a key’s that nobody can change (VF-15)', async () => {
    const { issueToken, present } = bench()
    const { key, token, secret } = await issueToken({ name: 'ci', scopes })
    const answer = await present(token, { requiredScopes: ['orders:write'] })
    const asKey = await present(secret)
    expect(answer).toMatchObject({ ok: true, key: { id: key.id, consumerId: 'ada', scopes } })
    if (!answer.ok || !asKey.ok) return
    expect(answer.key).toEqual(asKey.key)
    for (const part of [answer, answer.key, answer.key.scopes]) expect(Object.isFrozen(part)).toBe(true)
  })

  it('holds the scopes that were asked for, and no others of its key', async () => {
    const { issueToken, present } = bench()
    const { token } = await issueToken({ name: 'ci', scopes }, ['orders:read'])
    expect(await present(token, { requiredScopes: ['orders:read'] })).toMatchObject({ ok: true })
    expect(await present(token, { requiredScopes: ['orders:write'] })).toEqual({
      ok: false,
      code: 'insufficient_scope',
      requiredScopes: ['orders:write'],
    })
  })

  it('asks the store for nothing, and is accepted while the store is down', async () => {
    const store = memoryStore()
    let asked = 0
    const { issueToken, present, latchkey } = bench({
      flushIntervalMs: 60_000,
      store: {
        ...store,
        currency: undefined,
        findForVerification(id) {
          asked += 1
          return store.findForVerification(id)
        },
      },
    })
    const { token, secret } = await issueToken()
    asked = 0
    expect(await present(token)).toMatchObject({ ok: true })
    expect(await present(`${token}x`)).toEqual(invalid)
    expect(asked).toBe(0)
    await present(secret)
    expect(asked).toBe(1)
    await latchkey.close()
  })

  it('ends to the second, with no leeway, and sooner where its key does', async () => {
    const { issue, exchange, issueToken, present, clock } = bench({ tokenOptions: { lifetimeSeconds: 900 } })
    const { token } = await issueToken()
    clock.now += 900_000 - 1
    expect(await present(token)).toMatchObject({ ok: true })
    clock.now += 1
    expect(await present(token)).toEqual({ ok: false, code: 'key_expired' })
    const expiresAt = new Date(clock.now + 10_500).toISOString()
    const { secret } = await issue({ name: 'short', expiresAt })
    expect(await exchange(secret)).toMatchObject({ ok: true, expiresIn: 10 })
    clock.now += 10_400
    expect(await exchange(secret)).toMatchObject({ ok: false, error: 'invalid_client' })
  })

  it('outlives its revoked key by its own life at most, and no other is made', async () => {
    const { issueToken, exchange, present, latchkey, clock } = bench()
    const { key, secret, token } = await issueToken()
    await latchkey.management.revoke(ada, key.id, {})
    expect(await exchange(secret)).toEqual({
      ok: false,
      error: 'invalid_client',
      detail: expect.stringContaining('revoked'),
    })
    expect(await present(token)).toMatchObject({ ok: true })
    clock.now += 300_000
    expect(await present(token)).toEqual({ ok: false, code: 'key_expired' })
  })

  it('is no secret: it is not exchanged for the next', async () => {
    const { issueToken, service } = bench()
    const { key, token } = await issueToken()
    const client = { id: key.id, secret: token, address: null, userAgent: null }
    expect(await service.grant(client, { scopes: null, resource: null })).toMatchObject({
      error: 'invalid_client',
    })
  })

  it('may be used from where its key may, and from nowhere else', async () => {
    const { issueToken, exchange, present } = bench()
    const { token, secret } = await issueToken({ name: 'ci', ipAllowlist: ['198.51.100.0/24'] })
    expect(await present(token)).toMatchObject({ ok: true })
    for (const address of ['203.0.113.1', null]) {
      expect(await present(token, { address })).toEqual({ ok: false, code: 'ip_not_allowed' })
    }
    expect(await exchange(secret, null, '203.0.113.1')).toMatchObject({ error: 'invalid_client' })
  })

  it('is charged to its key’s own limit, with the key and its successor (VF-10)', async () => {
    const { issueToken, exchange, present, latchkey } = bench()
    const rateLimit = { limit: 5, windowSeconds: 3600 }
    const { key, secret, token } = await issueToken({ name: 'ci', rateLimit })
    const rotated = expectValue(
      await latchkey.management.rotate(ada, key.id, { overlapSeconds: 600 }, withoutIdempotency),
    )
    const successor = await exchange(rotated.secret ?? '')
    if (!successor.ok) throw new Error('refused')
    expect(decodeJwt(successor.accessToken).lineage_id).toBe(key.id)
    for (const credential of [token, successor.accessToken, secret]) {
      expect(await present(credential)).toMatchObject({ ok: true, rate: { policy: 'key', limit: 5 } })
    }
    for (const credential of [token, successor.accessToken, secret]) {
      expect(await present(credential)).toMatchObject({ ok: false, code: 'rate_limited' })
    }
  })

  it('is counted as its key, once for each request, and an early look not at all', async () => {
    const { issueToken, present, latchkey, clock } = bench()
    const { key, token } = await issueToken()
    await present(token, { charge: false })
    await present(token)
    await present(token)
    await latchkey.flush()
    const usage = expectValue(await latchkey.management.usage(ada, { ids: [key.id], days: 1 }))
    const day = new Date(clock.now).toISOString().slice(0, 10)
    // The exchange was a request of the key as well.
    expect(usage.series[key.id]).toEqual([{ day, allowed: 3, denied: 0 }])
  })

  it('is refused by a server that makes none', async () => {
    const { issueToken } = bench()
    const { token } = await issueToken()
    const { present } = createTokenBench({
      store: memoryStore(),
      limits: { limiter: memoryRateLimits() },
      tokenOptions: { signingKeys: [await generateSigningKey()] },
    })
    expect(await present(token)).toEqual(invalid)
  })
})

describe('a stranger’s token is refused', () => {
  it('with another audience, issuer, type or environment, however well it is signed', async () => {
    const { issueToken, present } = bench()
    const { token } = await issueToken()
    expect(await present(await forge(token, {}))).toMatchObject({ ok: true })
    const forged = [
      { claims: { aud: 'https://other.example.com' } },
      { claims: { aud: undefined } },
      { claims: { aud: `${audience}/` } },
      { claims: { iss: 'https://evil.example' } },
      { claims: { environment: 'test' } },
      { header: { typ: 'JWT' } },
      { header: { typ: undefined } },
      { header: { typ: 'id+jwt' } },
      { header: { kid: 'another' } },
      { header: { kid: undefined } },
    ]
    for (const change of forged) {
      expect(await present(await forge(token, change)), JSON.stringify(change)).toEqual(invalid)
    }
  })

  it('without a claim that must be there, or with one of another form', async () => {
    const { issueToken, present } = bench()
    const { token } = await issueToken()
    const names = ['exp', 'iat', 'sub', 'jti', 'client_id', 'consumer_id', 'key_name', 'environment']
    for (const name of names) {
      expect(await present(await forge(token, { claims: { [name]: undefined } })), name).toEqual(invalid)
    }
    for (const claims of [
      { sub: 'ada' },
      { sub: '0000000000000000' },
      { client_id: 'ada' },
      { scope: ['orders:read'] },
      { ip_allowlist: ['everywhere'] },
      { ip_allowlist: '0.0.0.0/0' },
      { rate_limit: { limit: -1, window_seconds: 1 } },
    ]) {
      expect(await present(await forge(token, { claims })), JSON.stringify(claims)).toEqual(invalid)
    }
  })

  it('signed with nothing, with our public key as an HMAC, or with a key that it brings along', async () => {
    const { issueToken, present, service } = bench()
    const { token } = await issueToken()
    const [, payload = '', signature = ''] = token.split('.')
    const { kid } = signingKey
    const [published] = service.keySet.keys
    const confused: string[] = []
    for (const alg of ['none', 'None', 'NONE', '']) {
      const head = encodePart({ alg, typ: 'at+jwt', kid })
      confused.push(`${head}.${payload}.`, `${head}.${payload}.${signature}`, `${head}.${payload}.AA`)
    }
    for (const secret of [JSON.stringify(published), published?.x ?? '', kid]) {
      const signed = `${encodePart({ alg: 'HS256', typ: 'at+jwt', kid })}.${payload}`
      confused.push(`${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`)
    }
    const own = await generateSigningKey()
    confused.push(
      await forge(token, { by: own }),
      await forge(token, { by: own, header: { kid: own.kid } }),
      await forge(token, { by: own, header: { jwk: toPublicKey(own) } }),
      await forge(token, { by: own, header: { jku: 'https://evil.example/jwks.json' } }),
    )
    for (const text of confused) expect(await present(text), text).toEqual(invalid)
  })

  it('with a bit changed anywhere, cut, padded or beyond all measure', async () => {
    const { issueToken, present } = bench({ limits: { limiter: memoryRateLimits(), failures: null } })
    const { token } = await issueToken({ name: 'ci', scopes: ['orders:read'] })
    const [head = '', payload = '', signature = ''] = token.split('.')
    const more = encodePart({ ...decodeJwt(token), scope: 'orders:read orders:write' })
    const damaged = [
      `${head}.${more}.${signature}`,
      `${head}.${payload}.${signature.slice(0, -4)}`,
      `${head}.${payload}.${'A'.repeat(86)}`,
      `${head}.${payload}`,
      `${token}.`,
      `${token}=`,
      ` ${token}`,
      `${head}.${payload}.${signature}${'A'.repeat(8_000)}`,
      `${head}..${signature}`,
      '..',
    ]
    for (const text of damaged) expect(await present(text), text).toEqual(invalid)
  })

  it('and who tries too often is refused before the signature is looked at (VF-13)', async () => {
    const failures = { limit: 3, windowSeconds: 60 }
    const { issueToken, present } = bench({ limits: { limiter: memoryRateLimits(), failures } })
    const { token } = await issueToken()
    const wrong = await forge(token, { by: await generateSigningKey() })
    const answers = []
    for (let attempt = 0; attempt < 5; attempt += 1) answers.push((await present(wrong)).ok)
    expect(answers).toEqual(Array(5).fill(false))
    expect(await present(token)).toMatchObject({ ok: false, code: 'rate_limited' })
    expect(await present(token, { address: '203.0.113.9' })).toMatchObject({ ok: true })
  })
})

describe('rotation of the keys that sign', () => {
  it('the next one is published before it signs, and the last one checks until it is left out', async () => {
    const next = await generateSigningKey()
    const { d: _, ...lastPublic } = signingKey
    const now = (signingKeys: MachineTokenOptions['signingKeys']) =>
      createTokenBench({
        store: memoryStore(),
        limits: { limiter: memoryRateLimits() },
        tokenOptions: { signingKeys },
      })
    const stages = [
      now([signingKey]),
      now([signingKey, next]),
      now([next, signingKey]),
      now([next, lastPublic]),
      now([next]),
    ]
    const tokens: string[] = []
    for (const stage of stages) tokens.push((await stage.issueToken()).token)
    const accepted = []
    for (const { present } of stages) {
      const answers = []
      for (const token of tokens) answers.push((await present(token)).ok ? 1 : 0)
      accepted.push(answers.join(''))
    }
    expect(accepted).toEqual(['11000', '11111', '11111', '11111', '00111'])
    expect(stages.map(({ service }) => service.keySet.keys.length)).toEqual([1, 2, 2, 2, 1])
  })

  it('no private part is ever published', async () => {
    const { service } = bench({ tokenOptions: { signingKeys: [signingKey, await generateSigningKey()] } })
    for (const key of service.keySet.keys) {
      expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
    }
    expect(JSON.stringify(service.keySet)).not.toContain(signingKey.d)
  })
})
