import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { LatchkeyOptions } from '../../core/latchkey-options.js'
import { ada, eve, expectValue, withoutIdempotency } from '../../core/test-bench.conformance.js'
import type { MachineTokenOptions } from '../../core/tokens/create-machine-tokens.js'
import { generateSigningKey } from '../../core/tokens/generate-signing-key.js'
import { createTokenBench, forge, issuer } from '../../core/tokens/token-bench.conformance.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { tokenHandler } from './token-handler.js'

function bench(options: Partial<LatchkeyOptions> & { tokenOptions?: Partial<MachineTokenOptions> } = {}) {
  const made = createTokenBench({ store: memoryStore(), limits: { limiter: memoryRateLimits() }, ...options })
  const handle = tokenHandler(made.latchkey, { clientAddress: () => '198.51.100.9' })

  function post(path: string, form: Record<string, string> | string, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(form)
    return handle(new Request(issuer + path, { method: 'POST', headers, body }))
  }

  /** With `client_secret_post`. */
  const postAs = (secret: string, path: string, form: Record<string, string> = {}) =>
    post(path, { client_id: secret.split('_')[2] ?? '', client_secret: secret, ...form })

  const askToken = (secret: string, form: Record<string, string> = {}) =>
    postAs(secret, '/oauth/token', { grant_type: 'client_credentials', ...form })

  const introspect = async (secret: string, token: string, form: Record<string, string> = {}) =>
    (await postAs(secret, '/oauth/introspect', { token, ...form })).text()

  async function issueTo(caller: typeof ada, input: { name: string; scopes?: string[] } = { name: 'ci' }) {
    const created = await made.latchkey.management.create(caller, input, withoutIdempotency)
    return expectValue(created).secret ?? ''
  }

  return { ...made, handle, post, postAs, askToken, introspect, issueTo }
}

const basic = (id: string, secret: string) => ({ Authorization: `Basic ${btoa(`${id}:${secret}`)}` })
const grant = { grant_type: 'client_credentials' }
const scopes = ['orders:read', 'orders:write']
const listAll = { sort: '-createdAt', limit: 25 } as const

describe('HT-24: a token for a key', () => {
  it('is given to a client that proves itself, never kept, and without a refresh token', async () => {
    const { issue, askToken, present } = bench()
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
    const { issue, askToken } = bench()
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
    const { issue, post } = bench()
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
    const { issue, post } = bench()
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
    const { issue, post, handle } = bench()
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
    const { latchkey, post } = bench({ acceptImportedKeys: true })
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
  })

  it('for this grant and this audience, and no other', async () => {
    const { issue, askToken } = bench()
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
    const { issue, askToken, latchkey, clock } = bench()
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
    const { issue, askToken, post } = bench({ limits: { limiter: memoryRateLimits(), failures } })
    const { secret } = await issue({ name: 'ci', rateLimit: { limit: 1, windowSeconds: 60 } })
    expect((await askToken(secret)).status).toBe(200)
    const second = await askToken(secret)
    expect([second.status, second.headers.get('Retry-After'), (await second.json()).code]).toEqual([
      429,
      '60',
      'rate_limited',
    ])
    const { secret: theirs } = await bench().issue()
    const [, , id = ''] = theirs.split('_')
    const statuses = []
    for (let attempt = 0; attempt < 5; attempt += 1) {
      statuses.push((await post('/oauth/token', { ...grant, client_id: id, client_secret: theirs })).status)
    }
    expect(statuses).toEqual([401, 401, 401, 429, 429])
  })

  it('or 503 while the store cannot be asked', async () => {
    const store = memoryStore()
    const { issue, askToken, errors } = bench({
      store: { ...store, currency: undefined, findForVerification: () => Promise.reject(new Error('down')) },
    })
    const { secret } = await issue()
    const answer = await askToken(secret)
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '1'])
    expect(errors).toHaveLength(1)
  })

  it('and no answer repeats a secret, or what it was sent', async () => {
    const { issue, post, askToken } = bench()
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

describe('HT-22: introspection', () => {
  it('says what a token is, to a key of the same consumer', async () => {
    const { issueToken, introspect, clock } = bench()
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
    const { issue, introspect } = bench()
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
    const { issue, issueTo, issueToken, introspect, postAs, latchkey, clock } = bench()
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
    expect(await introspect(asker, held.token, { client_address: '203.0.113.1' })).toBe('{"active":false}')
    expect(await introspect(asker, held.token, { client_address: '198.51.100.1' })).toContain('"active":true')
  })

  it('is for callers who prove a key, and within its limit', async () => {
    const { issue, issueToken, post, postAs } = bench()
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
    const { issueTo, issueToken, introspect } = bench({ tokenOptions: { introspectionScope } })
    const { token } = await issueToken()
    expect(await introspect(await issueTo(eve, { name: 'a' }), token)).toBe('{"active":false}')
    const resourceServer = await issueTo(eve, { name: 'b', scopes: [introspectionScope] })
    expect(await introspect(resourceServer, token)).toContain('"consumer_id":"ada"')
  })

  it('takes nothing of what it is asked about', async () => {
    const { issue, issueToken, introspect, present } = bench()
    const { secret: asker } = await issue({ name: 'asker' })
    const rateLimit = { limit: 2, windowSeconds: 60 }
    const { token } = await issueToken({ name: 'ci', rateLimit })
    for (let call = 0; call < 3; call += 1) await introspect(asker, token)
    expect(await present(token)).toMatchObject({ ok: true, rate: { remaining: 0 } })
  })
})

describe('HT-23: revocation', () => {
  it('shuts the client’s own token out, here and at once, and leaves its others alone', async () => {
    const { issueToken, exchange, postAs, present } = bench()
    const { secret, token } = await issueToken()
    const other = await exchange(secret)
    const answer = await postAs(secret, '/oauth/revoke', { token, token_type_hint: 'access_token' })
    expect([answer.status, answer.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    expect(await present(token)).toEqual({ ok: false, code: 'key_revoked' })
    expect(await present(other.ok ? other.accessToken : '')).toMatchObject({ ok: true })
    expect((await postAs(secret, '/oauth/revoke', { token })).status).toBe(200)
  })

  it('answers 200 for what is no token, or no longer one', async () => {
    const { issueToken, postAs, clock } = bench()
    const { secret, token } = await issueToken()
    const foreign = await forge(token, { by: await generateSigningKey() })
    for (const unknown of ['hello', foreign, `${token}x`, 'a.b.c']) {
      expect((await postAs(secret, '/oauth/revoke', { token: unknown })).status, unknown).toBe(200)
    }
    clock.now += 300_000
    expect((await postAs(secret, '/oauth/revoke', { token })).status).toBe(200)
  })

  it('never revokes another client’s token, nor a key', async () => {
    const { issue, issueTo, issueToken, postAs, present } = bench()
    const { secret, token } = await issueToken()
    for (const stranger of [await issueTo(eve), (await issue({ name: 'other' })).secret]) {
      const answer = await postAs(stranger, '/oauth/revoke', { token })
      expect([answer.status, (await answer.json()).error]).toEqual([400, 'invalid_request'])
    }
    expect(await present(token)).toMatchObject({ ok: true })
    const ofKey = await postAs(secret, '/oauth/revoke', { token: secret })
    expect([ofKey.status, (await ofKey.json()).error]).toEqual([400, 'unsupported_token_type'])
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('is for callers who prove a key', async () => {
    const { issueToken, post, present } = bench()
    const { key, token } = await issueToken()
    const answer = await post('/oauth/revoke', { token, client_id: key.id })
    expect([answer.status, (await answer.json()).error]).toEqual([401, 'invalid_client'])
    expect(await present(token)).toMatchObject({ ok: true })
  })
})

describe('What is published', () => {
  it('says where everything is, and may be kept for five minutes', async () => {
    const { handle, service } = bench()
    const get = (path: string) => handle(new Request(issuer + path))
    const metadata = await get('/.well-known/oauth-authorization-server')
    expect(metadata.headers.get('Cache-Control')).toBe('public, max-age=300')
    expect(await metadata.json()).toEqual({
      issuer,
      token_endpoint: `${issuer}/oauth/token`,
      introspection_endpoint: `${issuer}/oauth/introspect`,
      revocation_endpoint: `${issuer}/oauth/revoke`,
      jwks_uri: `${issuer}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      scopes_supported: ['orders:read', 'orders:write', 'billing'],
    })
    expect(await (await get('/.well-known/jwks.json')).json()).toEqual(service.keySet)
  })

  it('lies beside the path of an issuer that has one, and the endpoints below it', async () => {
    const withPath = `${issuer}/shop`
    const { latchkey, issue } = bench({ tokenOptions: { issuer: withPath } })
    const handle = tokenHandler(latchkey, { basePath: '/api/oauth' })
    const metadata = await handle(new Request(`${issuer}/.well-known/oauth-authorization-server/shop`))
    const { token_endpoint, jwks_uri } = await metadata.json()
    expect([token_endpoint, jwks_uri]).toEqual([
      `${withPath}/api/oauth/token`,
      `${withPath}/.well-known/jwks.json`,
    ])
    expect((await handle(new Request(jwks_uri))).status).toBe(200)
    const { key, secret } = await issue()
    const body = new URLSearchParams({ ...grant, client_id: key.id, client_secret: secret })
    expect((await handle(new Request(token_endpoint, { method: 'POST', body }))).status).toBe(200)
  })

  it.each([
    ['GET', '/oauth/token', 405],
    ['PUT', '/oauth/introspect', 405],
    ['HEAD', '/oauth/revoke', 405],
    ['OPTIONS', '/oauth/token', 204],
    ['POST', '/.well-known/jwks.json', 405],
    ['OPTIONS', '/.well-known/jwks.json', 204],
    ['HEAD', '/.well-known/jwks.json', 200],
    ['POST', '/oauth/other', 404],
    ['GET', '/oauth/toString', 404],
    ['GET', '/oauth', 404],
  ])('%s %s is %i, with the methods that there are, and without CORS', async (method, path, status) => {
    const { handle } = bench()
    const answer = await handle(
      new Request(issuer + path, { method, headers: { Origin: 'https://a.example' } }),
    )
    expect(answer.status).toBe(status)
    expect(answer.headers.has('Allow')).toBe(status === 405 || status === 204)
    expect(answer.headers.has('Access-Control-Allow-Origin')).toBe(false)
  })

  it('is nothing where the latchkey makes no tokens, or the path is none', () => {
    const { latchkey } = bench()
    expect(() => tokenHandler({ ...latchkey, tokens: undefined })).toThrow('makes no tokens')
    expect(() => tokenHandler(latchkey, { basePath: 'oauth' })).toThrow('is not a path')
  })
})
