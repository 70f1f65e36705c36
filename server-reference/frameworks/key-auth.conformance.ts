import { type IncomingHttpHeaders, type RequestOptions, request as sendRequest } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Latchkey } from '../core/latchkey.js'
import { createTestBench } from '../core/test-bench.conformance.js'
import { createTokenBench } from '../core/tokens/token-bench.conformance.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'

/**
 * An app of the framework, listening on a port of this machine, whose middleware trusts `trustedProxies`:
 * `/orders` (GET, POST) needs `orders:read` and answers what it knows of the caller; `/any` passes the middleware twice,
 * without and with scopes; `/cached` says `public, max-age=60` and `Vary: Accept`; `/elsewhere` redirects; `/fails` throws.
 */
export type OpenApp = (
  latchkey: Latchkey,
  options: { trustedProxies: string[]; onHandled: () => void },
) => Promise<ListeningApp>

export interface ListeningApp {
  port: number
  close(): Promise<void>
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

/** What every framework's middleware promises, asked over the wire. */
export function describeKeyAuth(name: string, open: OpenApp): void {
  describe(name, () => {
    const apps: ListeningApp[] = []
    afterEach(async () => {
      for (const app of apps.splice(0)) await app.close()
    })

    async function start({ trustedProxies = [] as string[], acceptApiKeyHeader = false, limit = 10 } = {}) {
      const bench = createTestBench({
        store: memoryStore(),
        limits: { limiter: memoryRateLimits(), default: { limit, windowSeconds: 60 } },
        acceptApiKeyHeader,
      })
      const handled = { times: 0 }
      const onHandled = () => {
        handled.times += 1
      }
      const app = await open(bench.latchkey, { trustedProxies, onHandled })
      apps.push(app)
      const send = (path: string, options: RequestOptions = {}) => ask(app.port, path, options)
      const withKey = (secret: string) => ({ headers: { Authorization: `Bearer ${secret}` } })
      return { ...bench, handled, send, withKey }
    }

    let app: Awaited<ReturnType<typeof start>>
    let secret = ''
    let keyId = ''
    beforeEach(async () => {
      app = await start()
      const issued = await app.issue({ name: 'ci', scopes: ['orders:read'] })
      secret = issued.secret
      keyId = issued.key.id
    })

    it('tells the handler who calls', async () => {
      const { status, body } = await app.send('/orders', app.withKey(secret))
      expect(status).toBe(200)
      expect(JSON.parse(body)).toEqual({
        consumerId: 'ada',
        keyId,
        scopes: ['orders:read'],
        environment: 'live',
        mayRead: true,
        mayWrite: false,
      })
    })

    it('takes a machine token as it takes the key that it is for', async () => {
      const bench = createTokenBench({ store: memoryStore(), limits: { limiter: memoryRateLimits() } })
      const { key, token } = await bench.issueToken({ name: 'ci', scopes: ['orders:read'] })
      const opened = await open(bench.latchkey, { trustedProxies: [], onHandled: () => {} })
      apps.push(opened)
      const send = () => ask(opened.port, '/orders', app.withKey(token))
      const { status, body } = await send()
      expect([status, JSON.parse(body).keyId]).toEqual([200, key.id])
      bench.clock.now += 300_000
      const ended = await send()
      expect([ended.status, JSON.parse(ended.body).code]).toEqual([401, 'key_expired'])
      expect(ended.headers['www-authenticate']).toContain('error="invalid_token"')
    })

    it('HT-5, HT-7: refuses without a key and with a wrong one, in the words of all servers', async () => {
      const missing = await app.send('/orders')
      expect([missing.status, missing.headers['www-authenticate']]).toEqual([401, 'Bearer realm="api"'])
      expect(missing.headers['content-type']).toBe('application/problem+json')
      expect(missing.headers['cache-control']).toBe('no-store')
      expect(missing.headers.vary).toContain('Authorization')
      expect(JSON.parse(missing.body)).toMatchObject({ code: 'missing_credential', status: 401 })
      const wrong = await app.send('/orders', app.withKey(`${secret}x`))
      expect(wrong.headers['www-authenticate']).toContain('error="invalid_token"')
      expect(app.handled.times).toBe(0)
    })

    it('HT-6: refuses a key without the scope, names it, and charges nothing', async () => {
      const { secret: weak } = await app.issue({ name: 'weak' })
      const refused = await app.send('/orders', app.withKey(weak))
      expect([refused.status, refused.headers['www-authenticate']]).toEqual([
        403,
        expect.stringContaining('scope="orders:read"'),
      ])
      const allowed = await app.send('/any', app.withKey(secret))
      expect(allowed.headers.ratelimit).toMatch(/r=9;/)
    })

    it('VF-6: refuses a key from the moment it is revoked', async () => {
      expect((await app.send('/orders', app.withKey(secret))).status).toBe(200)
      await app.latchkey.revokeKeys({ id: keyId })
      const refused = await app.send('/orders', app.withKey(secret))
      expect([refused.status, JSON.parse(refused.body).code]).toEqual([401, 'key_revoked'])
    })

    it('HT-4: refuses two credentials, also as two fields of one name', async () => {
      const both = await app.send('/orders', {
        headers: { Authorization: [`Bearer ${secret}`, `Bearer ${secret}`] },
      })
      expect([both.status, JSON.parse(both.body).code]).toEqual([400, 'multiple_credentials'])
    })

    it('VF-10: charges once, however often a request is looked at', async () => {
      await app.send('/any', app.withKey(secret))
      const second = await app.send('/any', app.withKey(secret))
      expect(second.headers.ratelimit).toMatch(/r=8;/)
    })

    it('HT-9: refuses what is over the limit, and says when to come again', async () => {
      const narrow = await start({ limit: 1 })
      const issued = await narrow.issue({ name: 'ci', scopes: ['orders:read'] })
      const sent = narrow.withKey(issued.secret)
      expect((await narrow.send('/orders', sent)).status).toBe(200)
      const refused = await narrow.send('/orders', sent)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect(refused.headers.ratelimit).toContain('r=0;')
    })

    it('HT-12: keeps answers out of shared caches, whatever the handler says of them', async () => {
      const { headers } = await app.send('/cached', app.withKey(secret))
      expect(headers['cache-control']).toBe('private, max-age=60')
      expect(headers.vary).toBe('Accept, Authorization')
      expect(headers['ratelimit-policy']).toContain('q=10;w=60')
      const redirect = await app.send('/elsewhere', app.withKey(secret))
      expect([redirect.status, redirect.headers.location]).toEqual([302, 'https://app.test/'])
      expect(redirect.headers['cache-control']).toBe('private')
      const failed = await app.send('/fails', app.withKey(secret))
      expect([failed.status, failed.headers['cache-control']]).toEqual([500, 'private'])
    })

    it('HT-2: reads the other header where that is allowed, and says so in Vary', async () => {
      const both = await start({ acceptApiKeyHeader: true })
      const issued = await both.issue({ name: 'ci', scopes: ['orders:read'] })
      const sent = { headers: { 'X-API-Key': issued.secret } }
      const allowed = await both.send('/orders', sent)
      expect([allowed.status, allowed.headers.vary]).toEqual([200, 'Authorization, X-API-Key'])
      expect((await app.send('/orders', sent)).status).toBe(401)
    })

    it('HT-14: verifies and charges HEAD like GET', async () => {
      const refused = await app.send('/orders', { method: 'HEAD' })
      expect([refused.status, refused.body]).toEqual([401, ''])
      const allowed = await app.send('/orders', { method: 'HEAD', ...app.withKey(secret) })
      expect([allowed.status, allowed.body]).toEqual([200, ''])
      expect(allowed.headers.ratelimit).toMatch(/r=9;/)
    })

    it('HT-15: answers OPTIONS without the handler, without a charge, and without a word of other origins', async () => {
      const asked = await app.send('/any', {
        method: 'OPTIONS',
        headers: { Origin: 'https://evil.test', Authorization: `Bearer ${secret}` },
      })
      expect([asked.status, asked.headers['access-control-allow-origin']]).toEqual([204, undefined])
      expect(app.handled.times).toBe(0)
      expect((await app.send('/any', app.withKey(secret))).headers.ratelimit).toMatch(/r=9;/)
    })

    it('HT-20: takes the address from the socket, and from a proxy only where it is ours', async () => {
      const behind = await start({ trustedProxies: ['127.0.0.1'] })
      for (const [server, expected] of [
        [app, 403],
        [behind, 200],
      ] as const) {
        const issued = await server.issue({
          name: 'listed',
          scopes: ['orders:read'],
          ipAllowlist: ['203.0.113.7/32'],
        })
        const headers = { Authorization: `Bearer ${issued.secret}`, 'X-Forwarded-For': '203.0.113.7' }
        expect((await server.send('/orders', { headers })).status).toBe(expected)
      }
      const local = await app.issue({ name: 'local', scopes: ['orders:read'], ipAllowlist: ['127.0.0.1'] })
      expect((await app.send('/orders', app.withKey(local.secret))).status).toBe(200)
    })

    it('Tells a mistyped proxy at the start', async () => {
      await expect(start({ trustedProxies: ['10.0.0.0/33'] })).rejects.toThrow('is no address and no range')
    })
  })
}

/** Node's own client: `fetch` neither repeats a field nor lets one choose all of them. */
function ask(port: number, path: string, options: RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = sendRequest({ host: '127.0.0.1', port, path, agent: false, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    sent.on('error', reject)
    sent.end()
  })
}
