import { describe, expect, it } from 'vitest'
import { ada, eve } from '../../core/test-bench.conformance.js'
import { generateSigningKey } from '../../core/tokens/generate-signing-key.js'
import { forge, issuer } from '../../core/tokens/token-bench.conformance.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { openEndpoints } from './token-endpoints.conformance.js'

const scopes = ['orders:read', 'orders:write']

describe('HT-22: introspection', () => {
  it('says what a token is, to a key of the same consumer', async () => {
    const { issueToken, introspect, clock } = openEndpoints()
    const { key, secret, token } = await issueToken({ name: 'ci', scopes: ['orders:read'] })
    expect(JSON.parse(await introspect(secret, token))).toEqual({
      active: true,
      scope: 'orders:read',
      client_id: key.id,
      sub: key.id,
      token_type: 'Bearer',
      consumer_id: 'ada',
      iss: issuer,
      aud: 'https://api.example.com',
      iat: clock.now / 1000,
      exp: clock.now / 1000 + 300,
      jti: expect.any(String),
    })
  })

  it('says what a key is as well', async () => {
    const { issue, introspect } = openEndpoints()
    const { key, secret } = await issue({ name: 'ci', scopes })
    expect(JSON.parse(await introspect(secret, secret))).toEqual({
      active: true,
      scope: 'orders:read orders:write',
      client_id: key.id,
      sub: key.id,
      token_type: 'Bearer',
      consumer_id: 'ada',
      exp: Date.parse(key.expiresAt ?? '') / 1000,
    })
  })

  it('answers {"active":false} and nothing else for all that is not active', async () => {
    const { issue, issueTo, issueToken, introspect, postAs, latchkey, clock } = openEndpoints()
    const { secret: asker } = await issue({ name: 'asker' })
    const old = await issueToken({ name: 'old' })
    clock.now += 300_000
    const denied = await issueToken({ name: 'denied' })
    await postAs(denied.secret, '/oauth/revoke', { token: denied.token })
    const revoked = await issue({ name: 'revoked' })
    await latchkey.management.revoke(ada, revoked.key.id, {})
    const disabled = await issue({ name: 'disabled' })
    await latchkey.management.update(ada, disabled.key.id, { enabled: false }, 1)
    const held = await issueToken({ name: 'held', ipAllowlist: ['198.51.100.0/24'] })
    const others = await issueTo(eve)
    const inactive = {
      expired: old.token,
      denied: denied.token,
      revoked: revoked.secret,
      disabled: disabled.secret,
      'from nowhere that is known': held.token,
      'somebody else’s': others,
      'signed by somebody else': await forge(denied.token, { by: await generateSigningKey() }),
      'no token': 'hello',
      'no header': 'a b\nc',
    }
    for (const [what, token] of Object.entries(inactive)) {
      expect(await introspect(asker, token), what).toBe('{"active":false}')
    }
    const client_address = '198.51.100.1'
    expect(await introspect(asker, held.token, { client_address })).toBe('{"active":false}')
  })

  it('is for callers who prove a key, and within its limit', async () => {
    const { issue, issueToken, post, postAs } = openEndpoints()
    const { token, key } = await issueToken({ name: 'ci' })
    for (const client of [{}, { client_id: key.id }, { client_id: key.id, client_secret: token }] as Record<
      string,
      string
    >[]) {
      const answer = await post('/oauth/introspect', { token, ...client })
      expect([answer.status, (await answer.json()).error]).toEqual([401, 'invalid_client'])
    }
    const { secret } = await issue({ name: 'slow', rateLimit: { limit: 2, windowSeconds: 60 } })
    const statuses = []
    for (let call = 0; call < 3; call += 1) {
      statuses.push((await postAs(secret, '/oauth/introspect', { token })).status)
    }
    expect(statuses).toEqual([200, 200, 429])
    const lacking = await postAs((await issue({ name: 'b' })).secret, '/oauth/introspect')
    expect([lacking.status, (await lacking.json()).error]).toEqual([400, 'invalid_request'])
  })

  it('of everybody’s is for keys with the scope that the server names, if it names one', async () => {
    const introspectionScope = 'billing'
    const { issueTo, issueToken, introspect } = openEndpoints({ tokenOptions: { introspectionScope } })
    const { token } = await issueToken()
    expect(await introspect(await issueTo(eve, { name: 'a' }), token)).toBe('{"active":false}')
    const resourceServer = await issueTo(eve, { name: 'b', scopes: [introspectionScope] })
    expect(await introspect(resourceServer, token)).toContain('"consumer_id":"ada"')
    const { token: held } = await issueToken({ name: 'held', ipAllowlist: ['198.51.100.0/24'] })
    for (const [form, answer] of [
      [{ client_address: '198.51.100.1' }, '"active":true'],
      [{ client_address: '203.0.113.1' }, '{"active":false}'],
      [{}, '{"active":false}'],
    ] as const) {
      expect(await introspect(resourceServer, held, form)).toContain(answer)
    }
  })

  it('lets nobody but such a server count failures against an address', async () => {
    const failures = { limit: 2, windowSeconds: 60 }
    const { issue, introspect, present } = openEndpoints({
      limits: { limiter: memoryRateLimits(), failures },
    })
    const { secret } = await issue({ name: 'asker' })
    const { secret: foreign } = await openEndpoints().issue()
    const client_address = '192.0.2.77'
    for (let call = 0; call < 5; call += 1) await introspect(secret, foreign, { client_address })
    expect(await present(secret, { address: client_address })).toMatchObject({ ok: true })
  })

  it('is 503 while nobody can tell', async () => {
    const store = memoryStore()
    let isDown = false
    const findForVerification = (id: string) => {
      if (isDown) throw new Error('down')
      return store.findForVerification(id)
    }
    const { issueToken, issue, postAs } = openEndpoints({
      store: { ...store, currency: undefined, findForVerification },
    })
    const { token } = await issueToken()
    const { secret } = await issue({ name: 'asker' })
    isDown = true
    const answer = await postAs(secret, '/oauth/introspect', { token })
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '1'])
  })

  it('takes nothing of what it is asked about', async () => {
    const { issue, issueToken, introspect, present } = openEndpoints()
    const { secret: asker } = await issue({ name: 'asker' })
    const rateLimit = { limit: 2, windowSeconds: 60 }
    const { token } = await issueToken({ name: 'ci', rateLimit })
    for (let call = 0; call < 3; call += 1) await introspect(asker, token)
    expect(await present(token)).toMatchObject({ ok: true, rate: { remaining: 0 } })
  })
})
