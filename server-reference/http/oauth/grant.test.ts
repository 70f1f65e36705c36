import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ada, expectValue } from '../../core/test-bench.conformance.js'
import { issuer } from '../../core/tokens/token-bench.conformance.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { openEndpoints } from './token-endpoints.conformance.js'

const basic = (id: string, secret: string) => ({ Authorization: `Basic ${btoa(`${id}:${secret}`)}` })
const grant = { grant_type: 'client_credentials' }
const scopes = ['orders:read', 'orders:write']
const listAll = { sort: '-createdAt', limit: 25 } as const

describe('HT-24: a token for a key', () => {
  it('is given to a client that proves itself, never kept, and without a refresh token', async () => {
    const { issue, askToken, present } = openEndpoints()
    const { secret } = await issue({ name: 'ci', scopes })
    const answer = await askToken(secret)
    expect([answer.status, answer.headers.get('Cache-Control'), answer.headers.get('Pragma')]).toEqual([
      200,
      'no-store',
      'no-cache',
    ])
    const body = await answer.json()
    expect(body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'orders:read orders:write',
    })
    expect(await present(body.access_token)).toMatchObject({ ok: true })
  })

  it('holds no scope that the key does not hold', async () => {
    const { issue, askToken } = openEndpoints()
    const { secret } = await issue({ name: 'ci', scopes: ['orders:read'] })
    expect(await (await askToken(secret, { scope: 'orders:read' })).json()).toMatchObject({
      scope: 'orders:read',
    })
    for (const scope of [
      'orders:write',
      'orders:read orders:write',
      'Orders:read',
      'orders:*',
      '*',
      'orders:read ',
      'orders:read  orders:read',
      'orders:read\torders:read',
      '"orders:read"',
    ]) {
      const answer = await askToken(secret, { scope })
      expect([answer.status, (await answer.json()).error], scope).toEqual([400, 'invalid_scope'])
    }
  })

  it('is for confidential clients alone: a key is proved, or there is none', async () => {
    const { issue, post } = openEndpoints()
    const { key, secret } = await issue()
    const other = await issue({ name: 'other' })
    const attempts = [
      [{ ...grant }, {}],
      [{ ...grant, client_id: key.id }, {}],
      [{ ...grant, client_secret: secret }, {}],
      [{ ...grant, client_id: other.key.id, client_secret: secret }, {}],
      [{ ...grant, client_id: key.id, client_secret: `${secret}x` }, {}],
      [{ ...grant, client_id: 'ada', client_secret: secret }, {}],
      [{ ...grant, client_id: key.id, client_secret: `${secret}\n` }, {}],
      [{ ...grant, client_id: key.id, client_secret: 'ключ' }, {}],
      [grant, { Authorization: `Bearer ${secret}` }],
      [grant, { Authorization: `Basic ${secret}` }],
      [grant, basic(key.id, '')],
      [grant, basic(key.id, '%')],
      [grant, basic(key.id, `${secret}:x`)],
      [grant, { Authorization: `Basic ${btoa(secret)}` }],
      [grant, { Cookie: `client_id=${key.id}; client_secret=${secret}` }],
    ] as const
    for (const [form, headers] of attempts) {
      const answer = await post('/oauth/token', form, headers)
      const label = JSON.stringify([form, headers])
      expect([answer.status, (await answer.json()).error], label).toEqual([401, 'invalid_client'])
      expect(answer.headers.get('WWW-Authenticate'), label).toBe('Basic realm="api"')
    }
    const query = `/oauth/token?client_id=${key.id}&client_secret=${secret}&grant_type=client_credentials`
    expect((await post(query, grant)).status).toBe(401)
  })

  it('by Basic, with each half encoded as a form or not, the scheme in any case', async () => {
    const { issue, post } = openEndpoints()
    const { key, secret } = await issue()
    const encoded = secret.replaceAll('_', '%5F')
    for (const headers of [
      basic(key.id, secret),
      basic(key.id, encoded),
      { Authorization: `bASIC ${btoa(`${key.id}:${secret}`)}` },
    ]) {
      expect((await post('/oauth/token', grant, headers)).status).toBe(200)
    }
    const named = await post('/oauth/token', { ...grant, client_id: key.id }, basic(key.id, secret))
    expect(named.status).toBe(200)
  })

  it('one client at a time, each parameter once, in a form', async () => {
    const { issue, post, handle } = openEndpoints()
    const { key, secret } = await issue()
    const header = basic(key.id, secret)
    const requests = [
      post('/oauth/token', { ...grant, client_id: key.id, client_secret: secret }, header),
      post('/oauth/token', { ...grant, client_id: 'another' }, header),
      post('/oauth/token', grant, { Authorization: `${header.Authorization}, ${header.Authorization}` }),
      post('/oauth/token', `grant_type=client_credentials&grant_type=client_credentials`, header),
      post('/oauth/token', {}, header),
      post('/oauth/token', { grant_type: '' }, header),
      post('/oauth/token', grant, { ...header, 'Content-Type': 'application/json' }),
      post('/oauth/token', grant, { ...header, 'Content-Encoding': 'gzip' }),
      handle(
        new Request(`${issuer}/oauth/token`, {
          method: 'POST',
          headers: { ...header, 'Content-Type': 'application/x-www-form-urlencoded' },
          body: new Uint8Array([0xff, 0xfe]),
        }),
      ),
    ]
    for (const [index, request] of requests.entries()) {
      const answer = await request
      expect([answer.status, (await answer.json()).error], String(index)).toEqual([400, 'invalid_request'])
    }
    const large = await post('/oauth/token', { ...grant, scope: 'a'.repeat(20_000) }, header)
    expect(large.status).toBe(413)
  })

  it('for a key that was imported as well, which does not say its id', async () => {
    const { latchkey, post } = openEndpoints({ acceptImportedKeys: true })
    const foreign = 'acme_3ZsYqhXwNQ8mC1rTfVdGkL'
    const sha256 = createHash('sha256').update(foreign).digest('hex')
    const imported = { sha256, consumerId: 'ada', name: 'old', prefix: 'acme_', start: '3ZsY', scopes }
    await latchkey.importKey(imported)
    const [found] = expectValue(await latchkey.management.list(ada, listAll)).keys
    const id = found?.id ?? ''
    const answer = await post('/oauth/token', { ...grant, client_id: id, client_secret: foreign })
    expect([answer.status, (await answer.json()).scope]).toEqual([200, scopes.join(' ')])
    const wrong = await post('/oauth/token', { ...grant, client_id: 'another', client_secret: foreign })
    expect([wrong.status, (await wrong.json()).error]).toEqual([401, 'invalid_client'])
    const asked = await post('/oauth/introspect', { token: foreign, client_id: id, client_secret: foreign })
    expect(await asked.json()).toMatchObject({ active: true, client_id: id })
    // It works on, so "done" would be a lie.
    const revoked = await post('/oauth/revoke', { token: foreign, client_id: id, client_secret: foreign })
    expect([revoked.status, (await revoked.json()).error]).toEqual([400, 'unsupported_token_type'])
  })

  it('as long as a header can carry it', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `${index}:${'a'.repeat(120)}`)
    const catalogue = names.map((name) => ({ name, description: name }))
    const { issue, askToken } = openEndpoints({ scopes: catalogue })
    const { secret } = await issue({ name: 'ci', scopes: names })
    const all = await askToken(secret)
    expect([all.status, await all.json()]).toEqual([
      400,
      { error: 'invalid_scope', error_description: expect.stringContaining('fewer scopes') },
    ])
    expect((await askToken(secret, { scope: names.slice(0, 10).join(' ') })).status).toBe(200)
  })

  it('for this grant and this audience, and no other', async () => {
    const { issue, askToken } = openEndpoints()
    const { secret } = await issue()
    for (const grant_type of ['password', 'authorization_code', 'refresh_token', 'Client_Credentials']) {
      const answer = await askToken(secret, { grant_type })
      expect([answer.status, (await answer.json()).error]).toEqual([400, 'unsupported_grant_type'])
    }
    expect((await askToken(secret, { resource: 'https://api.example.com' })).status).toBe(200)
    const other = await askToken(secret, { resource: 'https://other.example.com' })
    expect([other.status, (await other.json()).error]).toEqual([400, 'invalid_target'])
  })

  it('not for a key that is revoked, disabled, expired, suspended, or used from elsewhere', async () => {
    const { issue, askToken, latchkey, clock } = openEndpoints()
    const refused = async (secret: string) => {
      const answer = await askToken(secret)
      const { error, error_description } = await answer.json()
      expect([answer.status, error]).toEqual([401, 'invalid_client'])
      return error_description
    }
    const elsewhere = await issue({ name: 'elsewhere', ipAllowlist: ['203.0.113.0/24'] })
    expect(await refused(elsewhere.secret)).toContain('address')
    const short = await issue({ name: 'short', expiresAt: new Date(clock.now + 60_000).toISOString() })
    clock.now += 60_000
    expect(await refused(short.secret)).toContain('expired')
    const { key, secret } = await issue({ name: 'ci' })
    await latchkey.consumers.suspend('ada')
    expect(await refused(secret)).toContain('suspended')
    await latchkey.consumers.resume('ada')
    await latchkey.management.update(ada, key.id, { enabled: false }, 1)
    expect(await refused(secret)).toContain('disabled')
    await latchkey.management.revoke(ada, key.id, {})
    expect(await refused(secret)).toContain('revoked')
  })

  it('within the limits of the key and of whoever guesses', async () => {
    const failures = { limit: 3, windowSeconds: 60 }
    const { issue, askToken, post } = openEndpoints({ limits: { limiter: memoryRateLimits(), failures } })
    const { secret } = await issue({ name: 'ci', rateLimit: { limit: 1, windowSeconds: 60 } })
    expect((await askToken(secret)).status).toBe(200)
    const second = await askToken(secret)
    expect([second.status, second.headers.get('Retry-After'), (await second.json()).code]).toEqual([
      429,
      '60',
      'rate_limited',
    ])
    const { secret: theirs } = await openEndpoints().issue()
    const [, , id = ''] = theirs.split('_')
    const statuses = []
    for (let attempt = 0; attempt < 5; attempt += 1) {
      statuses.push((await post('/oauth/token', { ...grant, client_id: id, client_secret: theirs })).status)
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429])
  })

  it('or 503 while the store cannot be asked', async () => {
    const store = memoryStore()
    const { issue, askToken, errors } = openEndpoints({
      store: { ...store, currency: undefined, findForVerification: () => Promise.reject(new Error('down')) },
    })
    const { secret } = await issue()
    const answer = await askToken(secret)
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '1'])
    expect(errors).toHaveLength(1)
  })

  it('and no answer repeats a secret, or what it was sent', async () => {
    const { issue, post, askToken } = openEndpoints()
    const { key, secret } = await issue()
    for (const answer of [
      await post('/oauth/token', { grant_type: '<script>', client_id: key.id, client_secret: secret }),
      await askToken(`${secret}x`, { scope: '<script>' }),
      await askToken(secret, { scope: '<script>' }),
      await askToken(secret),
    ]) {
      const text = (await answer.text()) + JSON.stringify([...answer.headers])
      expect(text).not.toContain(secret)
      expect(text).not.toContain('<script>')
    }
  })
})
