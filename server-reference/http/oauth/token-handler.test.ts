import { describe, expect, it } from 'vitest'
import { issuer } from '../../core/tokens/token-bench.conformance.js'
import { openEndpoints } from './token-endpoints.conformance.js'
import { tokenHandler } from './token-handler.js'

const grant = { grant_type: 'client_credentials' }

describe('What is published', () => {
  it('says where everything is, and may be kept for five minutes', async () => {
    const { handle, service } = openEndpoints()
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
    const { latchkey, issue } = openEndpoints({ tokenOptions: { issuer: withPath } })
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
    const { handle } = openEndpoints()
    const answer = await handle(
      new Request(issuer + path, { method, headers: { Origin: 'https://a.example' } }),
    )
    expect(answer.status).toBe(status)
    expect(answer.headers.has('Allow')).toBe(status === 405 || status === 204)
    expect(answer.headers.has('Access-Control-Allow-Origin')).toBe(false)
  })

  it('is nothing where the latchkey makes no tokens, or the path is none', () => {
    const { latchkey } = openEndpoints()
    expect(() => tokenHandler({ ...latchkey, tokens: undefined })).toThrow('makes no tokens')
    expect(() => tokenHandler(latchkey, { basePath: 'oauth' })).toThrow('is not a path')
  })
})
