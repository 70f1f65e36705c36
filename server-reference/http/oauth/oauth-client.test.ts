import { NextRequest } from 'next/server.js'
import * as oauth from 'oauth4webapi'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { SigningKey } from '../../core/machine-tokens.js'
import { ada } from '../../core/test-bench.conformance.js'
import { generateSigningKey } from '../../core/tokens/generate-signing-key.js'
import { audience, createTokenBench, issuer, signingKey } from '../../core/tokens/token-bench.conformance.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { authMiddleware } from '../../next/auth-middleware.js'
import { createAuth } from '../../next/create-auth.js'
import { memoryStore } from '../../stores/memory/index.js'
import { tokenHandler } from './token-handler.js'

const incoming = { headers: new Headers() }
vi.mock('next/headers.js', () => ({ headers: async () => incoming.headers }))

beforeEach(() => {
  incoming.headers = new Headers()
})

interface Sent {
  method: string
  headers: Record<string, string>
  body?: unknown
}

/** An app whose whole network is in this process, and a client that knows its address alone. */
function bench(signingKeys: readonly SigningKey[] = [signingKey]) {
  const made = createTokenBench({
    store: memoryStore(),
    limits: { limiter: memoryRateLimits() },
    tokenOptions: { signingKeys },
  })
  const { latchkey } = made
  const clientAddress = () => '198.51.100.9'
  const handle = tokenHandler(latchkey, { clientAddress })
  const { auth, withKeyAuth } = createAuth(latchkey, { clientAddress })
  const proxy = authMiddleware(latchkey, { protectedWithKeys: ['/api/orders(.*)'], clientAddress })
  const orders = withKeyAuth({ scopes: ['orders:read'] }, async (_request, { consumerId }) =>
    Response.json({ consumerId, keyId: (await auth()).keyId }),
  )

  const options = {
    [oauth.customFetch]: async (url: string, { method, headers, body }: Sent) =>
      answer(new Request(url, { method, headers, body: body instanceof URLSearchParams ? body : null })),
  }

  async function answer(request: Request): Promise<Response> {
    if (!new URL(request.url).pathname.startsWith('/api/')) return handle(request)
    incoming.headers = request.headers
    const early = await proxy(new NextRequest(request))
    return early.ok ? orders(request, {}) : early
  }

  async function discover() {
    const response = await oauth.discoveryRequest(new URL(issuer), { algorithm: 'oauth2', ...options })
    return oauth.processDiscoveryResponse(new URL(issuer), response)
  }

  const call = (token: string) =>
    oauth.protectedResourceRequest(token, 'GET', new URL(`${issuer}/api/orders`), undefined, null, options)

  return { ...made, options, discover, call }
}

describe('A client that knows OAuth and nothing of keys', () => {
  test.each([
    ['Basic', oauth.ClientSecretBasic],
    ['a form', oauth.ClientSecretPost],
  ])(
    'HT-24: finds the server, gets a token by %s, calls a route, and is out once key and token are',
    async (_, authenticate) => {
      const { issue, discover, call, options, latchkey, clock } = bench()
      const { key, secret } = await issue({ name: 'ci', scopes: ['orders:read', 'orders:write'] })
      const server = await discover()
      const client = { client_id: key.id }
      const ask = async () =>
        oauth.processClientCredentialsResponse(
          server,
          client,
          await oauth.clientCredentialsGrantRequest(
            server,
            client,
            authenticate(secret),
            { scope: 'orders:read' },
            options,
          ),
        )
      const { access_token, token_type, expires_in, scope, refresh_token } = await ask()
      expect({ token_type, expires_in, scope, refresh_token }).toEqual({
        token_type: 'bearer',
        expires_in: 300,
        scope: 'orders:read',
        refresh_token: undefined,
      })
      const answer = await call(access_token)
      expect([answer.status, await answer.json()]).toEqual([200, { consumerId: 'ada', keyId: key.id }])
      expect(answer.headers.get('RateLimit')).toContain('"default"')

      await latchkey.management.revoke(ada, key.id, {})
      await expect(ask()).rejects.toMatchObject({ code: oauth.WWW_AUTHENTICATE_CHALLENGE, status: 401 })
      expect((await call(access_token)).status).toBe(200)
      clock.now += 300_000
      await expect(call(access_token)).rejects.toMatchObject({
        code: oauth.WWW_AUTHENTICATE_CHALLENGE,
        status: 401,
        cause: [{ scheme: 'bearer', parameters: { error: 'invalid_token', realm: 'api' } }],
      })
    },
  )

  test('HT-22, HT-23: asks about its token, revokes it, and hears no more of it', async () => {
    const { issueToken, discover, call, options } = bench()
    const { key, secret, token } = await issueToken({ name: 'ci', scopes: ['orders:read'] })
    const server = await discover()
    const client = { client_id: key.id }
    const authentication = oauth.ClientSecretBasic(secret)
    const introspect = async () =>
      oauth.processIntrospectionResponse(
        server,
        client,
        await oauth.introspectionRequest(server, client, authentication, token, options),
      )
    expect(await introspect()).toMatchObject({ active: true, client_id: key.id, scope: 'orders:read' })
    expect((await call(token)).status).toBe(200)
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, authentication, token, options),
    )
    expect(await introspect()).toEqual({ active: false })
    await expect(call(token)).rejects.toMatchObject({ status: 401 })
  })

  test('is told by the challenge which scope it lacks', async () => {
    const { issueToken, call } = bench()
    const { token } = await issueToken({ name: 'ci', scopes: ['orders:write'] })
    await expect(call(token)).rejects.toMatchObject({
      status: 403,
      cause: [{ parameters: { error: 'insufficient_scope', scope: 'orders:read' } }],
    })
  })
})

describe('Another API, which trusts the issuer and has no key', () => {
  // Its library takes the time from the system, so the token has to be of today.
  const present = (token: string) =>
    new Request(`${audience}/anything`, { headers: { Authorization: `Bearer ${token}` } })

  test('checks a token by what is published, also when the keys that sign have changed', async () => {
    const next = await generateSigningKey()
    for (const keys of [[signingKey], [signingKey, next], [next, signingKey]]) {
      const { issueToken, discover, options, clock } = bench(keys)
      clock.now = Date.now()
      const { key, token } = await issueToken({ name: 'ci', scopes: ['orders:read'] })
      const server = await discover()
      const claims = await oauth.validateJwtAccessToken(server, present(token), audience, options)
      expect(claims).toMatchObject({
        client_id: key.id,
        sub: key.id,
        scope: 'orders:read',
        consumer_id: 'ada',
      })
      await expect(
        oauth.validateJwtAccessToken(server, present(token), 'https://other.example.com', options),
      ).rejects.toMatchObject({ code: oauth.JWT_CLAIM_COMPARISON })
    }
  })

  test('refuses what a key signed that is published no more', async () => {
    const next = await generateSigningKey()
    const before = bench([signingKey])
    const after = bench([next])
    before.clock.now = Date.now()
    const { token } = await before.issueToken()
    const server = await after.discover()
    await expect(
      oauth.validateJwtAccessToken(server, present(token), audience, after.options),
    ).rejects.toMatchObject({ code: oauth.KEY_SELECTION })
  })
})
