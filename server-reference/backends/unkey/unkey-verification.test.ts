import { NextRequest } from 'next/server.js'
import { afterEach, describe, expect, it } from 'vitest'
import { authMiddleware } from '../../next/auth-middleware.js'
import { ada, openUnkey, requireValue } from './unkey-bench.conformance.js'
import type { UnkeyOptions } from './unkey-keys.js'

type Bench = Awaited<ReturnType<typeof openUnkey>>
const open: Bench[] = []
async function bench(options: Partial<UnkeyOptions> = {}): Promise<Bench> {
  const opened = await openUnkey(options)
  open.push(opened)
  return opened
}
afterEach(async () => {
  for (const { unkey } of open.splice(0)) await unkey.close()
})

describe('A key that Unkey keeps', () => {
  it('is who Unkey says it is: the consumer is its identity, the scopes are its permissions', async () => {
    const { issue, present } = await bench()
    const { key, secret } = await issue()
    expect(await present(secret, { requiredScopes: ['orders:read'] })).toEqual({
      ok: true,
      key: { id: key.id, consumerId: 'ada', name: 'ci', environment: 'live', scopes: ['orders:read'] },
      rate: null,
    })
  })

  it('lacks a scope that it was not given, compared exactly (VF-9)', async () => {
    const { issue, present } = await bench()
    const { secret } = await issue({ name: 'ci', scopes: ['orders:read'] })
    const requiredScopes = ['orders:read', 'orders:write']
    expect(await present(secret, { requiredScopes })).toEqual({
      ok: false,
      code: 'insufficient_scope',
      requiredScopes,
    })
  })

  it('is charged once for each request that Unkey lets in, and told when to come again', async () => {
    const { issue, present } = await bench()
    const rateLimit = { limit: 2, windowSeconds: 60 }
    const { secret } = await issue({ name: 'ci', scopes: ['orders:read'], rateLimit })
    expect(await present(secret, { requiredScopes: ['orders:write'] })).toMatchObject({ ok: false })
    expect(await present(secret)).toMatchObject({
      ok: true,
      rate: { limit: 2, remaining: 1, windowSeconds: 60 },
    })
    expect(await present(secret)).toMatchObject({ ok: true, rate: { remaining: 0 } })
    expect(await present(secret)).toMatchObject({
      ok: false,
      code: 'rate_limited',
      retryAfterSeconds: 60,
      rate: { allowed: false },
    })
  })

  it('opens the door from its addresses alone, also where nothing is known of the address', async () => {
    const { issue, present } = await bench()
    const { secret } = await issue({ name: 'ci', ipAllowlist: ['192.0.2.0/24'] })
    expect(await present(secret, { address: '192.0.2.7' })).toMatchObject({ ok: true })
    expect(await present(secret, { address: '198.51.100.7' })).toEqual({ ok: false, code: 'ip_not_allowed' })
    expect(await present(secret)).toEqual({ ok: false, code: 'ip_not_allowed' })
  })

  it('is over when its time is, by either clock', async () => {
    const { issue, present, clock } = await bench()
    const { secret } = await issue({ name: 'ci', expiresAt: '2026-11-23T13:00:00Z' })
    clock.now += 3_600_000
    expect(await present(secret)).toEqual({ ok: false, code: 'key_expired' })
  })

  it('stays revoked, also where somebody switches it on again at Unkey', async () => {
    const { issue, present, management, unkey } = await bench()
    const { key, secret } = await issue()
    requireValue(await management.revoke?.(ada, key.id, { reason: 'leaked' }))
    const row = unkey.state.rows.get(key.id)
    expect(row).toMatchObject({ enabled: false, expires: Date.parse('2026-11-23T12:00:00.000Z') })
    if (row) Object.assign(row, { enabled: true, expires: null })
    expect(await present(secret)).toEqual({ ok: false, code: 'key_revoked' })
  })

  it('speaks for nobody without an identity, and so opens nothing', async () => {
    const { issue, present, unkey } = await bench()
    const { key, secret } = await issue()
    const row = unkey.state.rows.get(key.id)
    if (row) row.externalId = null
    expect(await present(secret)).toEqual({ ok: false, code: 'invalid_key' })
  })

  it.each(['nonsense', 'a.b.c', 'Bearer', 'x'.repeat(513), 'acme_ü'])(
    'is not %j, about which Unkey is not asked, or which it does not know',
    async (text) => {
      const { present } = await bench()
      expect(await present(text)).toEqual({ ok: false, code: 'invalid_key' })
    },
  )
})

describe('What Unkey says', () => {
  it.each([
    ['NOT_FOUND', 'invalid_key'],
    ['FORBIDDEN', 'ip_not_allowed'],
    ['INSUFFICIENT_PERMISSIONS', 'insufficient_scope'],
    ['USAGE_EXCEEDED', 'rate_limited'],
    ['RATE_LIMITED', 'rate_limited'],
    ['DISABLED', 'key_disabled'],
    ['EXPIRED', 'key_expired'],
    ['A_CODE_OF_NEXT_YEAR', 'invalid_key'],
    ['valid', 'invalid_key'],
  ])('%s lets nobody in, whatever else it says', async (code, expected) => {
    const { issue, present, unkey } = await bench()
    const { key } = await issue()
    const identity = { id: 'id_1', externalId: 'ada' }
    const data = { valid: true, code, keyId: key.id, identity, enabled: true }
    unkey.disturb('keys.verifyKey', { status: 200, body: { meta: { requestId: 'r' }, data } })
    expect(await present('acme_12345678')).toMatchObject({ ok: false, code: expected })
  })

  it('VALID lets nobody in that it calls not valid', async () => {
    const { issue, present, unkey } = await bench()
    const { key } = await issue()
    const data = { valid: false, code: 'VALID', keyId: key.id, identity: { id: 'i', externalId: 'ada' } }
    unkey.disturb('keys.verifyKey', { status: 200, body: { meta: {}, data } })
    expect(await present('acme_12345678')).toEqual({ ok: false, code: 'invalid_key' })
  })

  it.each([
    [
      'a refusal as problem+json',
      { status: 401, body: problem('authentication/key_not_found'), contentType: 'application/problem+json' },
    ],
    ['a refusal as json', { status: 403, body: problem('authorization/forbidden') }],
    ['a bad request', { status: 400, body: problem('application/invalid_input') }],
    ['somebody who knows no such path', { status: 404, body: problem('data/route_not_found') }],
    ['an error', { status: 500, body: problem('application/unexpected_error') }],
    ['a page of a gateway', { status: 502, body: '<html>Bad gateway</html>', contentType: 'text/html' }],
    ['nothing that can be read', { status: 200, body: 'VALID', contentType: 'text/plain' }],
    ['something else', { status: 200, body: { data: { valid: 'yes' } } }],
  ])('as %s is "try again", and never an identity or a bad key (VF-11)', async (_, answer) => {
    const { present, unkey, errors } = await bench()
    unkey.disturb('keys.verifyKey', answer)
    expect(await present('acme_12345678')).toEqual({
      ok: false,
      code: 'store_unavailable',
      retryAfterSeconds: 1,
    })
    expect(errors).toHaveLength(1)
    expect(String(errors)).not.toContain('acme_12345678')
    expect(String(errors)).not.toContain(unkey.rootKey)
  })

  it('is waited for as long as it wants where it is too busy', async () => {
    const { present, unkey } = await bench()
    const headers = { 'Retry-After': '17' }
    unkey.disturb('keys.verifyKey', { status: 429, body: problem('user/rate_limited'), headers })
    expect(await present('acme_12345678')).toMatchObject({ code: 'store_unavailable', retryAfterSeconds: 17 })
  })

  it('may not be late: the answer is 503, and the request is called off (VF-12)', async () => {
    const { present, unkey } = await bench({ timeoutMs: 50 })
    unkey.disturb('keys.verifyKey', 'hang')
    expect(await present('acme_12345678')).toMatchObject({ code: 'store_unavailable' })
  })

  it('is not followed elsewhere, with the root key and the customer’s', async () => {
    const { present, unkey, asked } = await bench()
    const headers = { Location: `${unkey.baseUrl}/v2/keys.getKey` }
    unkey.disturb('keys.verifyKey', { status: 307, body: '', headers })
    expect(await present('acme_12345678')).toMatchObject({ code: 'store_unavailable' })
    expect(asked('keys.getKey')).toBe(0)
  })
})

describe('Whoever guesses', () => {
  it('is limited by address, before Unkey is asked; a good key from elsewhere is not (VF-13)', async () => {
    const { issue, present, asked } = await bench()
    const { secret } = await issue()
    const address = '198.51.100.9'
    for (let guess = 0; guess < 30; guess += 1) {
      expect(await present(`guess_${guess}_1234`, { address })).toEqual({ ok: false, code: 'invalid_key' })
    }
    const before = asked('keys.verifyKey')
    expect(await present('guess_31_1234', { address })).toMatchObject({ ok: false, code: 'rate_limited' })
    expect(await present(secret, { address })).toMatchObject({ ok: false, code: 'rate_limited' })
    expect(asked('keys.verifyKey')).toBe(before)
    expect(await present(secret, { address: '192.0.2.1' })).toMatchObject({ ok: true })
  })
})

describe('A key itself (ST-1)', () => {
  it('leaves the process in the body of verifyKey, and nowhere else', async () => {
    const sent: { url: string; headers: string; body: string }[] = []
    const { issue, present } = await bench({
      fetch: (url, init) => {
        sent.push({
          url: String(url),
          headers: JSON.stringify([...new Headers(init?.headers)]),
          body: String(init?.body),
        })
        return fetch(url, init)
      },
    })
    const { secret } = await issue()
    await present(secret)
    const carrying = sent.filter(({ url, headers, body }) => `${url}${headers}${body}`.includes(secret))
    expect(carrying.map(({ url }) => new URL(url).pathname)).toEqual(['/v2/keys.verifyKey'])
    expect(carrying[0]?.url).not.toContain(secret)
    expect(carrying[0]?.headers).not.toContain(secret)
  })
})

describe('authMiddleware over Unkey', () => {
  it('asks and charges nothing: what cannot be a key is refused, and the handler asks about the rest', async () => {
    const { service, issue, unkey } = await bench()
    const { secret } = await issue()
    const before = unkey.requests.length
    const filter = authMiddleware(service, { protectedWithKeys: ['/api/orders'] })
    const statusFor = async (headers: Record<string, string>) =>
      (await filter(new NextRequest('https://app.example.com/api/orders', { headers }))).status
    expect(await statusFor({})).toBe(401)
    expect(await statusFor({ Authorization: 'Bearer a.b' })).toBe(401)
    expect(await statusFor({ Authorization: `Bearer ${secret}` })).toBe(200)
    expect(unkey.requests).toHaveLength(before)
  })
})

function problem(kind: string) {
  const type = `https://unkey.com/docs/errors/unkey/${kind}`
  return { meta: { requestId: 'r' }, error: { title: 't', detail: 'd', status: 0, type } }
}
