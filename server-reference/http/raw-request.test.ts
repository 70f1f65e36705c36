import { describe, expect, it, vi } from 'vitest'
import type { ApiKeyStore } from '../core/api-key-store.js'
import { createLatchkey } from '../core/create-latchkey.js'
import type { Latchkey } from '../core/latchkey.js'
import type { SessionProvider } from '../core/session-provider.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { createHandler, type HandlerOptions } from './create-handler.js'

const origin = 'https://app.example.com'
const base = `${origin}/api/keys`
const ada = { id: 'ada', name: 'Ada Lovelace', sessionId: null }

interface Parts {
  session?: SessionProvider
  store?: ApiKeyStore
  storeTimeoutMs?: number
}

function openLatchkey(parts: Parts = {}): Latchkey {
  return createLatchkey({
    store: parts.store ?? memoryStore(),
    session: parts.session ?? (() => ada),
    limits: { limiter: memoryRateLimits() },
    realm: 'orders',
    storeTimeoutMs: parts.storeTimeoutMs ?? 20,
  })
}

function open(parts: Parts = {}, options: HandlerOptions = {}) {
  return createHandler(openLatchkey(parts), options)
}

function post(body: BodyInit, headers: Record<string, string> = {}, path = ''): Request {
  return new Request(`${base}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })
}

const named = (name: string) => JSON.stringify({ name })

describe('Where a write comes from (MG-7)', () => {
  it.each<[Record<string, string>, number]>([
    [{ Origin: origin }, 201],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 201],
    [{ Origin: 'null' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{}, 403],
  ])('%j is answered with %i', async (headers, status) => {
    const request = post(named('a'), headers)
    if (!headers.Origin) request.headers.delete('Origin')
    expect((await open()(request)).status).toBe(status)
  })

  it('Named origins replace the one of the address, letter for letter', async () => {
    const handle = open({}, { allowedOrigins: ['https://console.example.com'] })
    expect((await handle(post(named('a'), { Origin: 'https://console.example.com' }))).status).toBe(201)
    expect((await handle(post(named('b'), { Origin: origin }))).status).toBe(403)
  })

  it('A refused origin is not even asked who it is', async () => {
    const asked: unknown[] = []
    const session: SessionProvider = (_, options) => {
      asked.push(options)
      return ada
    }
    await open({ session })(post(named('a'), { Origin: 'https://evil.example' }))
    expect(asked).toEqual([])
  })

  it.each(['app.example.com', 'https://app.example.com/', '*', 'null'])(
    '%s is no origin to name',
    (wrong) => {
      expect(() => open({}, { allowedOrigins: [wrong] })).toThrow('Latchkey:')
    },
  )
})

describe('What a body may be (HT-17, HT-18)', () => {
  it.each(['application/json', 'Application/JSON;charset=UTF-8', 'application/json ; charset="utf-8"'])(
    '%s is read',
    async (type) => {
      expect((await open()(post(named('a'), { 'Content-Type': type }))).status).toBe(201)
    },
  )

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'application/json-seq',
    'application/problem+json',
    '',
  ])('"%s" is refused with 415', async (type) => {
    expect((await open()(post(named('a'), { 'Content-Type': type }))).status).toBe(415)
  })

  it.each(['gzip', 'br', 'identity'])('Content-Encoding %s is refused with 415', async (encoding) => {
    expect((await open()(post(named('a'), { 'Content-Encoding': encoding }))).status).toBe(415)
  })

  it('16 KiB are read, and one byte more is refused, counted as it arrives', async () => {
    const body = (bytes: number) => `{"name":"a"}${' '.repeat(bytes - 12)}`
    expect((await open()(post(inPieces(body(16_384))))).status).toBe(201)
    expect((await open()(post(inPieces(body(16_385))))).status).toBe(413)
  })

  it('A body that never ends is let go of once it is too much', async () => {
    let cancelled = false
    const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(new Uint8Array(4096).fill(32)),
      cancel: () => {
        cancelled = true
      },
    })
    expect((await open()(post(endless))).status).toBe(413)
    expect(cancelled).toBe(true)
  })

  it('A length that says it is too much is believed without reading', async () => {
    const request = post(inPieces(named('a')), { 'Content-Length': '16385' })
    expect((await open()(request)).status).toBe(413)
  })

  it.each(['', '{', 'name=a', '\ufeff\ufeff{}'])('%j cannot be read', async (body) => {
    expect((await open()(post(body))).status).toBe(400)
  })

  it('Bytes that are not UTF-8 cannot be read', async () => {
    expect((await open()(post(new Uint8Array([0x22, 0xc3, 0x28, 0x22])))).status).toBe(400)
  })

  it.each(['{"name":"a","name":"b"}', '{"name":"a","__proto__":{}}', '{"name":"a","constructor":{}}'])(
    '%s is refused with 422 (MG-4)',
    async (body) => expect((await open()(post(body))).status).toBe(422),
  )
})

describe('Which request it is', () => {
  it('OPTIONS says what is allowed, opens nothing to other sites, and asks nobody (MG-8, HT-15)', async () => {
    const session = () => {
      throw new Error('asked')
    }
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' }
    const response = await open({ session })(new Request(base, { method: 'OPTIONS', headers }))
    expect(response.status).toBe(204)
    expect(response.headers.get('Allow')).toBe('GET, HEAD, POST, OPTIONS')
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  it('A method is what it is, whatever a header or parameter says (HT-16)', async () => {
    const handle = open()
    const overridden = { 'X-HTTP-Method-Override': 'POST', 'X-Method-Override': 'POST', Origin: origin }
    expect((await handle(new Request(base, { headers: overridden }))).status).toBe(200)
    expect((await handle(new Request(`${base}?_method=POST`))).status).toBe(422)
  })

  it('Nothing outside the base path is answered but with not_found', async () => {
    const handle = open({}, { basePath: '/keys' })
    expect((await handle(new Request(`${origin}/keys`))).status).toBe(200)
    expect((await handle(new Request(`${origin}/keys/`))).status).toBe(200)
    for (const path of ['/', '/keysx', '/api/keys', '/keys//', '/keys/%41']) {
      expect((await handle(new Request(`${origin}${path}`))).status, path).toBe(404)
    }
  })

  it.each(['', 'api/keys', '/api/keys/', '/api//keys', '/api/:id'])('"%s" is no base path', (basePath) => {
    expect(() => open({}, { basePath })).toThrow('Latchkey:')
  })
})

describe('Who asks', () => {
  it('The sign-in is asked anew for a write, and may remember for a read (MG-1)', async () => {
    const asked: unknown[] = []
    const handle = open({
      session: (_, options) => {
        asked.push(options)
        return ada
      },
    })
    await handle(new Request(base))
    await handle(post(named('a')))
    expect(asked).toEqual([{ fresh: false }, { fresh: true }])
  })

  it('The sign-in never sees an API key, and does see its own bearer token (MG-6)', async () => {
    const seen: (string | null)[] = []
    const handle = open({
      session: ({ headers }) => {
        seen.push(headers.get('Authorization'), headers.get('X-API-Key'))
        return null
      },
    })
    const real = 'acme_live_zZ9yY8xX7wW6vV5u_Zz0Yy1Xx2Ww3Vv4Uu5Tt6Ss7Rr8Qq9PpOoNnMmLlKkJ3qovbm'
    const typo = `${real.slice(0, -1)}n`
    for (const secret of [real, typo]) {
      const headers = { Authorization: `bearer ${secret}`, 'X-API-Key': secret }
      expect((await handle(new Request(base, { headers }))).status).toBe(401)
    }
    await handle(new Request(base, { headers: { Authorization: 'Bearer session-token' } }))
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl_-'
    await handle(new Request(base, { headers: { Authorization: `Bearer ${jwt}` } }))
    expect(seen).toEqual([null, null, null, null, 'Bearer session-token', null, `Bearer ${jwt}`, null])
  })

  it.each([
    (key: string) => `Bearer ${key}, Bearer y`,
    (key: string) => `Bearer y, Bearer ${key}`,
    (key: string) => `Basic ${key}`,
    (key: string) => key,
    (key: string) => `Bearer\t${key},`,
    (key: string) => `Token token="${key}"`,
  ])('An API key is kept from the sign-in however it is wrapped: %s (MG-6)', async (wrap) => {
    const seen: (string | null)[] = []
    const handle = open({
      session: ({ headers }) => {
        seen.push(headers.get('Authorization'))
        return null
      },
    })
    const key = 'acme_live_zZ9yY8xX7wW6vV5u_Zz0Yy1Xx2Ww3Vv4Uu5Tt6Ss7Rr8Qq9PpOoNnMmLlKkJ3qovbm'
    await handle(new Request(base, { headers: { Authorization: wrap(key) } }))
    expect(seen).toEqual([null])
  })

  it('A sign-in has the time that the options give to what the server depends on, and no less', async () => {
    vi.useFakeTimers()
    try {
      const session = () => new Promise<typeof ada>((answer) => setTimeout(() => answer(ada), 4000))
      const response = open({ session, storeTimeoutMs: 5000 })(new Request(base))
      await vi.advanceTimersByTimeAsync(4000)
      expect((await response).status).toBe(200)
    } finally {
      vi.useRealTimers()
    }
  })

  it.each<[string, SessionProvider]>([
    [
      'throws',
      () => {
        throw new Error('connect ECONNREFUSED 10.0.0.7')
      },
    ],
    ['rejects', () => Promise.reject(new Error('connect ECONNREFUSED 10.0.0.7'))],
    ['hangs', () => new Promise(() => undefined)],
    ['answers a user without an id', () => ({ id: '', sessionId: null })],
  ])('A sign-in that %s is answered with 503, and told to nobody', async (_, session) => {
    const response = await open({ session })(new Request(base))
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('1')
    expect(await response.text()).not.toContain('10.0.0.7')
  })
})

describe('What every answer carries', () => {
  const requests: [string, () => Request][] = [
    ['200', () => new Request(base)],
    ['201', () => post(named('a'))],
    ['204', () => new Request(base, { method: 'OPTIONS' })],
    ['403', () => post(named('a'), { Origin: 'null' })],
    ['404', () => new Request(`${base}/nothing`)],
    ['405', () => new Request(base, { method: 'DELETE' })],
    ['422', () => post('{}')],
    ['openapi', () => new Request(`${base}/openapi.json`)],
  ]

  it.each(requests)('%s: no storing, no sniffing, and a request id (HT-12, HT-21)', async (_, toRequest) => {
    const { headers } = await open()(toRequest())
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('Vary')).toBe('Authorization, Cookie')
    expect(headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  })

  it('A problem names its occurrence, except where two must look alike (HT-7)', async () => {
    const refused = await open()(post('{}'))
    const id = refused.headers.get('X-Request-Id')
    expect(await refused.json()).toMatchObject({ instance: `urn:latchkey:request:${id}` })
    const missing = await open()(new Request(`${base}/ZZZZ0000ZZZZ0000`))
    expect(await missing.json()).not.toHaveProperty('instance')
  })

  it('A bug is a 500 without its story, which the app is told', async () => {
    const told: unknown[] = []
    const broken = { ...openLatchkey(), management: { list: () => Promise.reject(new Error('at db.ts:7')) } }
    const handle = createHandler(broken as unknown as Latchkey, {
      onError: (error, { requestId }) => {
        told.push([String(error), requestId])
        throw new Error('the log is full')
      },
    })
    const response = await handle(new Request(base))
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('db.ts')
    expect(told).toEqual([['Error: at db.ts:7', response.headers.get('X-Request-Id')]])
  })

  it('A store that hands out whole rows does not publish digests', async () => {
    const store = memoryStore()
    const leaking: ApiKeyStore = {
      ...store,
      get: async (ref) => {
        const key = await store.get(ref)
        const digest = { algorithm: 'sha256', pepperId: null, value: 'ab'.repeat(32) }
        return key && { ...key, digest }
      },
    }
    const handle = open({ store: leaking })
    const created = await handle(post(named('a')))
    const { key } = (await created.json()) as { key: { id: string } }
    const text = await (await handle(new Request(`${base}/${key.id}`))).text()
    expect(text).toContain(key.id)
    expect(text).not.toContain('digest')
  })

  it('Core is told where the request came from, in the words that the app found (HT-20)', async () => {
    const handle = open({}, { clientAddress: (request) => request.headers.get('X-Edge-Address') })
    const sent = { 'X-Edge-Address': '192.0.2.7', 'X-Forwarded-For': '203.0.113.9', 'User-Agent': 'test/1' }
    const created = await handle(post(named('a'), sent))
    const { key } = (await created.json()) as { key: { id: string } }
    const activity = await (await handle(new Request(`${base}/${key.id}/activity`))).json()
    expect(activity).toMatchObject({ events: [{ address: '192.0.2.7', userAgent: 'test/1' }] })
  })

  it('A long user agent is kept as far as the log has room, and fails nothing', async () => {
    const handle = open()
    const created = await handle(post(named('a'), { 'User-Agent': 'x'.repeat(600) }))
    const { key } = (await created.json()) as { key: { id: string } }
    const activity = await (await handle(new Request(`${base}/${key.id}/activity`))).json()
    expect(activity).toMatchObject({ events: [{ userAgent: 'x'.repeat(512) }] })
  })
})

function inPieces(text: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(text)
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close()
      controller.enqueue(bytes.slice(at, at + 1000))
      at += 1000
    },
  })
}
