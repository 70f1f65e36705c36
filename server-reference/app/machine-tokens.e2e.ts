import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import * as oauth from 'oauth4webapi'
import { readShellCommands } from '../../shell-commands.ts'
import { test } from './testing/app-test.ts'
import { callAsMachine } from './testing/machine.ts'
import { postAs, type RunningApp, startApp } from './testing/running-app.ts'

const root = join(import.meta.dirname, '../..')
const serve = join(root, 'server-reference/serve.ts')
const guide = 'stories/guides/machine-tokens.mdx'
const [makeKey = '', ask = '', call = ''] = readShellCommands()
  .filter((each) => each.guide === guide)
  .map(({ command }) => command)

/** As somebody types it, in the folder of an app that has the package. */
function type(command: string, variables: Record<string, string> = {}): string {
  const env = { ...process.env, ...variables }
  return execFileSync('sh', ['-c', command], { cwd: root, encoding: 'utf8', stdio: 'pipe', env })
}

/** The app is reached without TLS here, which the library takes on this machine alone. */
const options = { [oauth.allowInsecureRequests]: true }

test.describe('A server that makes tokens', () => {
  const lifetimeSeconds = 10
  let app: RunningApp
  let cookie: string

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    app = await startApp([serve], {
      TOKEN_SIGNING_KEYS: type(makeKey),
      TOKEN_LIFETIME_SECONDS: String(lifetimeSeconds),
    })
    cookie = await app.signUp()
  })

  test.afterAll(async () => {
    await app?.stop()
    app?.remove()
  })

  test('HT-24: an OAuth library finds it, gets a token, calls a route, and is out once key and token are', async () => {
    const secret = await app.createKey(['orders:read', 'orders:write'], cookie)
    const client = { client_id: secret.split('_')[2] ?? '' }
    const issuer = new URL(app.origin)
    const server = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...options }),
    )
    const askToken = async () =>
      oauth.processClientCredentialsResponse(
        server,
        client,
        await oauth.clientCredentialsGrantRequest(
          server,
          client,
          oauth.ClientSecretBasic(secret),
          { scope: 'orders:read' },
          options,
        ),
      )
    const { access_token: token, expires_in } = await askToken()
    expect(expires_in).toBe(lifetimeSeconds)
    const url = new URL('/api/orders', app.origin)
    const answer = await oauth.protectedResourceRequest(token, 'GET', url, undefined, null, options)
    expect([answer.status, await answer.json()]).toEqual([
      200,
      expect.objectContaining({ orders: expect.any(Array) }),
    ])
    const whoami = await callAsMachine(app.origin, 'GET /api/whoami', token)
    expect(whoami.body).toMatchObject({ userId: null, keyId: client.client_id, scopes: ['orders:read'] })
    const write = await callAsMachine(app.origin, 'POST /api/orders', token)
    expect([write.status, write.code]).toEqual([403, 'insufficient_scope'])

    // Another API, which has the published keys and nothing else.
    const elsewhere = new Request('http://api.test/', { headers: { Authorization: `Bearer ${token}` } })
    const claims = await oauth.validateJwtAccessToken(server, elsewhere, app.origin, options)
    expect(claims).toMatchObject({ client_id: client.client_id, scope: 'orders:read' })

    await postAs(cookie, app.origin, `/api/keys/${client.client_id}/revoke`, {})
    await expect(askToken()).rejects.toMatchObject({ status: 401 })
    const status = async () => (await callAsMachine(app.origin, 'GET /api/orders', token)).status
    await expect.poll(status, { timeout: 30_000 }).toBe(401)
    expect((await callAsMachine(app.origin, 'GET /api/orders', token)).code).toBe('key_expired')
  })

  test('HT-22, HT-23: a token that was revoked is refused by the proxy and the routes of the process', async () => {
    const secret = await app.createKey(['orders:read'], cookie)
    const client = { client_id: secret.split('_')[2] ?? '', client_secret: secret }
    const post = async (path: string, form: Record<string, string>) =>
      fetch(app.origin + path, { method: 'POST', body: new URLSearchParams({ ...client, ...form }) })
    const { access_token: token } = await (
      await post('/oauth/token', { grant_type: 'client_credentials' })
    ).json()
    expect((await callAsMachine(app.origin, 'GET /api/orders', token)).status).toBe(200)
    expect((await post('/oauth/revoke', { token })).status).toBe(200)
    const refused = await callAsMachine(app.origin, 'GET /api/orders', token)
    expect([refused.status, refused.code]).toEqual([401, 'key_revoked'])
    expect(await (await post('/oauth/introspect', { token })).text()).toBe('{"active":false}')
  })

  test('The commands of the guide do what they say', async () => {
    const secret = await app.createKey(['orders:read'], cookie)
    const at = (command: string) => command.replace('https://app.example.com', app.origin)
    const asked = type(at(ask), { API_KEY: secret })
    const token = /"access_token":"([^"]+)"/.exec(asked)?.[1] ?? ''
    const called = type(at(call), { ACCESS_TOKEN: token })
    for (const said of [asked, called]) expect(said).toMatch(/^HTTP\/1\.1 200/)
  })

  test('What nobody signed here, and a method that is none, are refused', async () => {
    const [head, claims] = ['{"alg":"none","typ":"at+jwt"}', '{"client_id":"0000000000000000"}'].map((part) =>
      Buffer.from(part).toString('base64url'),
    )
    const forged = await callAsMachine(app.origin, 'GET /api/orders', `${head}.${claims}.`)
    expect([forged.status, forged.code]).toEqual([401, 'invalid_key'])
    const got = await fetch(`${app.origin}/oauth/token`)
    expect([got.status, got.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS'])
    const keys = await fetch(`${app.origin}/.well-known/jwks.json`)
    expect([keys.status, keys.headers.get('Cache-Control')]).toEqual([200, 'public, max-age=300'])
    expect(await keys.text()).not.toContain('"d"')
  })
})

test('ST-5: an app whose signing key is no key does not start, and does not repeat it', async () => {
  const wrong = JSON.stringify({
    kty: 'EC',
    crv: 'P-256',
    x: 'short',
    y: 'short',
    d: 'secret-part',
    kid: '1',
  })
  const start = startApp([serve], { TOKEN_SIGNING_KEYS: wrong })
  await expect(start).rejects.toThrow('is no whole P-256 key')
  await expect(start).rejects.not.toThrow('secret-part')
})

test('HT-22, HT-23, HT-24: without signing keys there is nothing', async ({ origin }) => {
  for (const path of ['/oauth/token', '/oauth/introspect', '/oauth/revoke', '/oauth/other']) {
    const body = new URLSearchParams({ grant_type: 'client_credentials', token: 'a' })
    expect((await fetch(origin + path, { method: 'POST', body })).status, path).toBe(404)
  }
  for (const path of ['/.well-known/jwks.json', '/.well-known/oauth-authorization-server']) {
    expect((await fetch(origin + path)).status, path).toBe(404)
  }
})
