import { describe, expect, it, vi } from 'vitest'
import { type ApiKey, operations, toProblem } from '../contract/index.js'
import { createFetchClient, LatchkeyError } from './index.js'

const key: ApiKey = {
  id: 'AbCdEfGhIjKlMnOp',
  consumerId: 'acme',
  name: 'ci-deploy',
  description: null,
  environment: 'live',
  prefix: 'lk_live_',
  start: 'AbCd',
  end: 'x9Fa',
  scopes: [],
  ipAllowlist: [],
  rateLimit: null,
  createdAt: '2026-11-23T17:40:00.000Z',
  updatedAt: '2026-11-23T17:40:00.000Z',
  createdBy: null,
  expiresAt: null,
  lastUsedAt: null,
  disabledAt: null,
  revokedAt: null,
  revokedReason: null,
  rotation: null,
  managedBy: null,
  version: 3,
}
const secret = 'lk_live_AbCdEfGhIjKlMnOp_0000000000000000000000000000000000000000001abcdef'
const emptyPage = {
  keys: [],
  page: { nextCursor: null, previousCursor: null, total: 0 },
  counts: {
    active: 0,
    expiring: 0,
    rotating: 0,
    disabled: 0,
    expired: 0,
    revoked: 0,
    unused: 0,
    stale: 0,
    revokedLongAgo: 0,
    total: 0,
  },
}

describe('a request', () => {
  it('goes to the path and method that the contract gives the operation', async () => {
    const { client, sent } = clientAnswering(Response.json({ key }))
    await client.get(key.id)
    expect(sent[0]?.url).toBe(`/api/keys/${key.id}`)
    expect(sent[0]?.init.method).toBe(operations.get.method)
  })

  it('carries only the parts of a query that were given', async () => {
    const { client, sent } = clientAnswering(Response.json(emptyPage))
    await client.list({ consumerId: 'acme', status: ['active', 'expiring'], search: '', sort: '-name' })
    expect(sent[0]?.url).toBe('/api/keys?consumerId=acme&sort=-name&status=active%2Cexpiring')
  })

  it('cannot leave the base path through a key id', async () => {
    const { client, sent } = clientAnswering(Response.json({ key }))
    await client.revoke('../../admin?x', {})
    expect(sent[0]?.url).toBe('/api/keys/..%2F..%2Fadmin%3Fx/revoke')
  })

  it('sends cookies to the same origin alone, JSON, and the key of the act (UI-9)', async () => {
    const { client, sent } = clientAnswering(Response.json({ key, secret }, { status: 201 }))
    await client.create({ name: 'ci-deploy' }, { idempotencyKey: 'act-1' })
    const { init } = sent[0] ?? expect.fail('nothing was sent')
    expect(init.credentials).toBe('same-origin')
    expect(new Headers(init.headers).get('Content-Type')).toBe('application/json')
    expect(new Headers(init.headers).get('Idempotency-Key')).toBe('act-1')
    expect(init.body).toBe('{"name":"ci-deploy"}')
  })

  it('names the version that the caller read', async () => {
    const { client, sent } = clientAnswering(Response.json({ key }))
    await client.update(key.id, { name: 'billing' }, 3)
    expect(new Headers(sent[0]?.init.headers).get('If-Match')).toBe('"3"')
  })

  it('asks a function for headers each time, so that a token may change', async () => {
    const tokens = ['first', 'second']
    const sent: (string | null)[] = []
    const client = createFetchClient({
      baseUrl: '/api/keys/',
      headers: async () => ({ Authorization: `Bearer ${tokens.shift()}` }),
      fetch: async (_url, init) => {
        sent.push(new Headers(init?.headers).get('Authorization'))
        return Response.json(emptyPage)
      },
    })
    await client.list({})
    await client.list({})
    expect(sent).toEqual(['Bearer first', 'Bearer second'])
  })
})

describe('a refusal', () => {
  it('keeps the code, the status, the fields and the id of the request', async () => {
    const problem = toProblem('validation_failed', { fields: { name: 'Write a name.' } })
    const error = await failureOf(problemResponse(problem, { 'X-Request-Id': 'req-7' }))
    expect(error).toMatchObject({
      code: 'validation_failed',
      status: 422,
      fields: { name: 'Write a name.' },
      requestId: 'req-7',
    })
  })

  it('says how long to wait', async () => {
    const error = await failureOf(problemResponse(toProblem('rate_limited'), { 'Retry-After': '12' }))
    expect(error).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 12 })
  })

  it.each([
    [502, 'store_unavailable'],
    [500, 'internal_error'],
    [429, 'rate_limited'],
    [404, 'not_found'],
    [401, 'unauthenticated'],
    [418, 'unknown'],
  ])('in the words of a gateway, with status %i, is understood as %s', async (status, code) => {
    expect(await failureOf(new Response('<html>', { status }))).toMatchObject({ code, status })
  })

  it('with a code that the contract does not know is read by its status', async () => {
    const problem = { code: 'invented', status: 503, title: '', detail: '', type: 'about:blank' }
    expect(await failureOf(problemResponse(problem))).toMatchObject({ code: 'store_unavailable' })
  })
})

describe('without an answer', () => {
  it.each([
    ['a server that refuses the connection is unreachable', true, 'unreachable'],
    ['a browser without a network is offline', false, 'offline'],
  ])('%s', async (_, onLine, code) => {
    vi.stubGlobal('navigator', { onLine })
    const client = createFetchClient({
      baseUrl: '/api/keys',
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    })
    await expect(client.list({})).rejects.toMatchObject({ name: 'LatchkeyError', code })
    vi.unstubAllGlobals()
  })

  it('a network that goes away on the way is no proof that nothing was sent', async () => {
    vi.stubGlobal('navigator', { onLine: true })
    const client = createFetchClient({
      baseUrl: '/api/keys',
      fetch: () => {
        vi.stubGlobal('navigator', { onLine: false })
        return Promise.reject(new TypeError('fetch failed'))
      },
    })
    await expect(client.create({ name: 'ci' })).rejects.toMatchObject({ code: 'unreachable' })
    vi.unstubAllGlobals()
  })

  it('a caller who gives up is told so', async () => {
    const stop = new AbortController()
    const answer = createFetchClient({ baseUrl: '/api/keys', fetch: neverAnswers }).list(
      {},
      { signal: stop.signal },
    )
    stop.abort()
    await expect(answer).rejects.toMatchObject({ code: 'aborted' })
  })

  it('a server that hangs is given up after the time that was set', async () => {
    vi.useFakeTimers()
    const answer = createFetchClient({ baseUrl: '/api/keys', fetch: neverAnswers, timeoutMs: 500 }).list({})
    const seen = expect(answer).rejects.toMatchObject({ code: 'timeout' })
    await vi.advanceTimersByTimeAsync(500)
    await seen
    vi.useRealTimers()
  })
  it('a body that hangs is given up too', async () => {
    vi.useFakeTimers()
    const endless = new Response(new ReadableStream({ start: () => {} }))
    const client = createFetchClient({ baseUrl: '/api/keys', fetch: async () => endless, timeoutMs: 500 })
    const seen = expect(client.list({})).rejects.toMatchObject({ code: 'timeout' })
    await vi.advanceTimersByTimeAsync(500)
    await seen
    vi.useRealTimers()
  })

  it('a function for headers that fails is an error of the client', async () => {
    const client = createFetchClient({
      baseUrl: '/api/keys',
      headers: () => Promise.reject(new Error('the session is gone')),
    })
    await expect(client.list({})).rejects.toBeInstanceOf(LatchkeyError)
  })
})

describe('an answer that does not follow the contract', () => {
  it.each([
    ['no JSON', () => new Response(`oops ${secret}`, { status: 201 })],
    ['a key without its fields', () => Response.json({ key: { id: 'x' }, secret }, { status: 201 })],
    ['a secret of the wrong type', () => Response.json({ key, secret: [secret] }, { status: 201 })],
    ['another status', () => Response.json({ key, secret }, { status: 200 })],
    ['a problem that quotes it', () => Response.json({ detail: secret, code: secret }, { status: 500 })],
  ])('is refused without quoting the secret: %s', async (_case, answer) => {
    const { client } = clientAnswering(answer())
    const error = await client.create({ name: 'ci-deploy' }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(LatchkeyError)
    expect(everythingIn(error)).not.toContain('0000000000')
  })
})

function clientAnswering(answer: Response) {
  const sent: { url: string; init: RequestInit }[] = []
  const client = createFetchClient({
    baseUrl: '/api/keys',
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} })
      return answer.clone()
    },
  })
  return { client, sent }
}

async function failureOf(answer: Response): Promise<unknown> {
  return clientAnswering(answer)
    .client.list({})
    .catch((thrown: unknown) => thrown)
}

function problemResponse(problem: { status: number }, headers: Record<string, string> = {}): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { ...headers, 'Content-Type': 'application/problem+json' },
  })
}

const neverAnswers = () => new Promise<Response>(() => {})

/** An error's own texts, and those of whatever caused it. */
function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const fields = JSON.stringify(Object.fromEntries(Object.entries(error)))
  return `${error.message} ${error.stack} ${fields} ${error.cause ? everythingIn(error.cause) : ''}`
}
