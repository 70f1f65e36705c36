import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Latchkey, RateState, Verification, VerifyRequest } from '../core/latchkey.js'
import { AccessRefused } from './access-refused.js'
import { createAuth } from './create-auth.js'

const incoming = { headers: new Headers() }
vi.mock('next/headers.js', () => ({ headers: async () => incoming.headers }))

beforeEach(() => {
  incoming.headers = new Headers()
})

const rate: RateState = {
  policy: 'key',
  limit: 10,
  windowSeconds: 60,
  allowed: true,
  remaining: 9,
  resetSeconds: 6,
  retryAfterSeconds: 0,
}

/** Verifies like the server: a key `<scope>,<scope>` holds those scopes, and a key in `refused` has that answer. */
function machines(refused: Record<string, Extract<Verification, { ok: false }>> = {}) {
  const charges: string[] = []
  const verify = async ({ headers, requiredScopes = [] }: VerifyRequest): Promise<Verification> => {
    const credential = headers.get('Authorization')?.replace('Bearer ', '')
    if (!credential) return { ok: false, code: 'missing_credential' }
    const refusal = refused[credential]
    if (refusal) return refusal
    const scopes = Object.freeze(credential.split(','))
    if (!requiredScopes.every((scope) => scopes.includes(scope))) {
      return { ok: false, code: 'insufficient_scope', requiredScopes }
    }
    charges.push(credential)
    const key = Object.freeze({ id: 'k1', consumerId: 'c1', name: 'n', environment: 'live' as const, scopes })
    return { ok: true, key, rate }
  }
  return { charges, verify }
}

function latchkeyWith(parts: Pick<Latchkey, 'verify'> & Partial<Latchkey>): Latchkey {
  return {
    realm: 'orders',
    acceptsApiKeyHeader: false,
    session: () => null,
    get management(): never {
      throw new Error('Handlers manage no keys.')
    },
    get consumers(): never {
      throw new Error('Nothing here manages consumers.')
    },
    revokeKeys: () => Promise.resolve([]),
    importKey: () => Promise.reject(new Error('Nothing here imports keys.')),
    reportLeak: () => Promise.resolve({ status: 'unknown' }),
    sweep: () => Promise.resolve([]),
    health: () => Promise.resolve({ status: 'ok', store: 'ok', limits: 'ok' }),
    measure: () => {
      throw new Error('Nothing here is measured.')
    },
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
    ...parts,
  }
}

const send = (credential: string) => {
  incoming.headers = new Headers({ Authorization: `Bearer ${credential}` })
}

const request = () => new Request('http://app.test/api/orders', { headers: incoming.headers })

describe('auth()', () => {
  test('A key fills the machine’s side and leaves the person’s null', async () => {
    send('orders:read')
    const identity = await createAuth(latchkeyWith(machines())).auth()
    expect(identity).toMatchObject({
      consumerId: 'c1',
      keyId: 'k1',
      environment: 'live',
      scopes: ['orders:read'],
      userId: null,
      sessionId: null,
    })
    expect(identity.has({ scope: 'orders:read' })).toBe(true)
    expect(identity.has({ scope: 'orders:write' })).toBe(false)
  })

  test('A session fills the person’s side, and no scopes', async () => {
    const session = () => ({ id: 'ada', sessionId: 's1' })
    const identity = await createAuth(latchkeyWith({ ...machines(), session })).auth()
    expect(identity).toMatchObject({
      userId: 'ada',
      sessionId: 's1',
      consumerId: null,
      keyId: null,
      scopes: [],
    })
    expect(identity.has({ scope: 'orders:read' })).toBe(false)
    expect(() => identity.protect()).toThrow(AccessRefused)
  })

  test('A session says which organisation the person acts for; a key and nobody have none', async () => {
    const organization = { id: 'org_1', role: 'admin' }
    const session = () => ({ id: 'ada', sessionId: null, organization })
    const { auth } = createAuth(latchkeyWith({ ...machines(), session }))
    const identity = await auth()
    expect(identity.organization).toEqual(organization)
    expect(Object.isFrozen(identity.organization)).toBe(true)
    send('orders:read')
    expect((await auth()).organization).toBeNull()
    incoming.headers = new Headers()
    expect((await createAuth(latchkeyWith(machines())).auth()).organization).toBeNull()
  })

  test('A bearer token that is no key may be a session, which then decides without the cookie', async () => {
    const refusal = { ok: false, code: 'invalid_key' } as const
    const token = 'header.payload.signature'
    const asked: Headers[] = []
    const session: Latchkey['session'] = ({ headers }) => {
      asked.push(headers)
      return headers.get('Authorization') === `Bearer ${token}` ? { id: 'ada', sessionId: 's1' } : null
    }
    const { auth } = createAuth(
      latchkeyWith({ ...machines({ [token]: refusal, 'other.token': refusal }), session }),
    )
    send(token)
    incoming.headers.set('Cookie', 'session=of-somebody')
    expect((await auth()).userId).toBe('ada')
    expect((await auth()).userId).toBe('ada')
    expect(asked.map((headers) => headers.get('Cookie'))).toEqual([null])
    send('other.token')
    const nobody = await auth()
    expect(nobody.userId).toBeNull()
    expect(() => nobody.protect()).toThrow(expect.objectContaining({ code: 'invalid_key' }))
  })

  test('A bad key is not saved by a good session, whatever is wrong with it', async () => {
    const key = `lk_live_${'0'.repeat(16)}_${'0'.repeat(49)}`
    for (const code of ['invalid_key', 'key_revoked', 'multiple_credentials'] as const) {
      send(key)
      const session = () => ({ id: 'ada', sessionId: 's1' })
      const { auth } = createAuth(latchkeyWith({ ...machines({ [key]: { ok: false, code } }), session }))
      expect((await auth()).userId, code).toBeNull()
    }
  })

  test('An address that cannot be read rejects what is asked, and nothing behind it', async () => {
    send('orders:read')
    let isBroken = true
    const clientAddress = () => {
      if (isBroken) throw new Error('no address')
      return '203.0.113.7'
    }
    const unhandled: unknown[] = []
    const listen = (reason: unknown) => unhandled.push(reason)
    process.on('unhandledRejection', listen)
    const { auth } = createAuth(latchkeyWith(machines()), { clientAddress })
    await expect(auth()).rejects.toThrow('no address')
    // Node tells of it once all that waits for a promise has run.
    await new Promise((told) => setImmediate(told))
    process.off('unhandledRejection', listen)
    expect(unhandled).toEqual([])
    isBroken = false
    expect((await auth()).keyId).toBe('k1')
  })

  test('MW-4: nobody has neither, and the three-line handler refuses', async () => {
    const identity = await createAuth(latchkeyWith(machines())).auth()
    expect(identity).toMatchObject({ userId: null, consumerId: null, keyId: null, scopes: [] })
    expect(() => identity.protect()).toThrow(AccessRefused)
  })

  test('MW-3: no header that names a path changes what is decided', async () => {
    const paths = {
      'Next-Url': '/',
      'X-Invoke-Path': '/sign-in',
      'X-Matched-Path': '/',
      'X-Original-URL': '/sign-in',
      'X-Rewrite-URL': '/',
    }
    const { auth } = createAuth(latchkeyWith(machines()))
    for (const credential of ['', 'orders:read']) {
      const decide = async (more: Record<string, string>) => {
        const own: Record<string, string> = credential ? { Authorization: `Bearer ${credential}` } : {}
        incoming.headers = new Headers({ ...own, ...more })
        const { keyId, consumerId, scopes } = await auth()
        return { keyId, consumerId, scopes }
      }
      expect(await decide(paths)).toEqual(await decide({}))
    }
  })

  test.each([
    'invalid_key',
    'key_revoked',
    'multiple_credentials',
    'ip_not_allowed',
    'rate_limited',
  ] as const)('A key that is refused (%s) is nobody, also beside a good session', async (code) => {
    send('bad')
    const session = () => ({ id: 'ada', sessionId: 's1' })
    const { auth } = createAuth(latchkeyWith({ ...machines({ bad: { ok: false, code } }), session }))
    const identity = await auth()
    expect(identity).toMatchObject({ userId: null, sessionId: null, consumerId: null })
    expect(() => identity.protect()).toThrow(expect.objectContaining({ code }))
  })

  test('VF-11: a store or a sign-in that cannot answer is an error, not nobody', async () => {
    send('any')
    const down = machines({ any: { ok: false, code: 'store_unavailable', retryAfterSeconds: 2 } })
    const failure = await createAuth(latchkeyWith(down))
      .auth()
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'store_unavailable', response: { status: 503 } })
    incoming.headers = new Headers()
    const session = () => Promise.reject(new Error('down'))
    await expect(createAuth(latchkeyWith({ ...machines(), session })).auth()).rejects.toBeInstanceOf(
      AccessRefused,
    )
  })

  test('MW-2: no header of ours makes an identity', async () => {
    incoming.headers = new Headers({ 'x-latchkey-consumer-id': 'c1', 'x-latchkey-user-id': 'ada' })
    expect(await createAuth(latchkeyWith(machines())).auth()).toMatchObject({
      userId: null,
      consumerId: null,
    })
  })

  test('VF-15: what it answers is frozen', async () => {
    send('orders:read')
    const identity = await createAuth(latchkeyWith(machines())).auth()
    expect(Object.isFrozen(identity) && Object.isFrozen(identity.scopes)).toBe(true)
  })
})

describe('MW-5, VF-10: one request is verified and charged once', () => {
  test('However often and from wherever it is asked, also at once', async () => {
    send('orders:read')
    const server = machines()
    const { auth, withKeyAuth } = createAuth(latchkeyWith(server))
    const handler = withKeyAuth({ scopes: ['orders:read'] }, async () => {
      await Promise.all([auth(), auth()])
      ;(await auth()).protect({ scopes: ['orders:read'] })
      return new Response('ok')
    })
    expect((await handler(request(), {})).status).toBe(200)
    await auth()
    expect(server.charges).toHaveLength(1)
  })

  test('The next request is verified and charged anew', async () => {
    const server = machines()
    const { auth } = createAuth(latchkeyWith(server))
    send('orders:read')
    await auth()
    send('orders:read')
    await auth()
    expect(server.charges).toHaveLength(2)
  })

  test('A refusal for scopes costs nothing, and a later question with fewer is answered', async () => {
    send('orders:read')
    const server = machines()
    const { auth, withKeyAuth } = createAuth(latchkeyWith(server))
    const refused = await withKeyAuth({ scopes: ['orders:write'] }, () => new Response('ok'))(request(), {})
    expect(refused.status).toBe(403)
    expect(server.charges).toHaveLength(0)
    const [one, two] = await Promise.all([auth(), auth()])
    expect([one.consumerId, two.consumerId]).toEqual(['c1', 'c1'])
    expect(server.charges).toHaveLength(1)
  })

  test('A key that passed still needs the scopes that are asked for later', async () => {
    send('orders:read')
    const { auth, withKeyAuth } = createAuth(latchkeyWith(machines()))
    await auth()
    const response = await withKeyAuth({ scopes: ['orders:write'] }, () => new Response('ok'))(request(), {})
    expect(response.status).toBe(403)
  })
})

describe('protect()', () => {
  test('It gives the machine, or throws what a handler can answer with', async () => {
    send('orders:read,orders:write')
    const identity = await createAuth(latchkeyWith(machines())).auth()
    expect(identity.protect({ scopes: ['orders:read', 'orders:write'] }).consumerId).toBe('c1')
    expect(() => identity.protect({ scopes: ['orders:read', 'customers:read'] })).toThrow(
      expect.objectContaining({ code: 'insufficient_scope', digest: 'NEXT_HTTP_ERROR_FALLBACK;403' }),
    )
  })

  test('HT-6: the answer names all that is needed', async () => {
    send('orders:read')
    const identity = await createAuth(latchkeyWith(machines())).auth()
    try {
      identity.protect({ scopes: ['orders:read', 'orders:write'] })
      expect.unreachable()
    } catch (error) {
      const { response } = error as AccessRefused
      expect(response.headers.get('WWW-Authenticate')).toContain('scope="orders:read orders:write"')
    }
  })

  test('VF-9: scopes are compared exactly, and all are needed', async () => {
    send('orders:read')
    const identity = await createAuth(latchkeyWith(machines())).auth()
    for (const scopes of [['Orders:read'], ['orders:*'], ['orders'], ['orders:read', 'orders:write'], ['']]) {
      expect(() => identity.protect({ scopes })).toThrow(AccessRefused)
    }
  })
})

describe('withKeyAuth', () => {
  const { withKeyAuth } = createAuth(latchkeyWith(machines({ bad: { ok: false, code: 'invalid_key' } })))
  const handler = withKeyAuth({ scopes: ['orders:read'] }, (_, { consumerId }) =>
    Response.json({ consumerId }),
  )

  test('HT-12: a good key gets the answer, for its own cache alone, with its limits', async () => {
    send('orders:read')
    const response = await handler(request(), {})
    expect(await response.json()).toEqual({ consumerId: 'c1' })
    expect(response.headers.get('Cache-Control')).toBe('private')
    expect(response.headers.get('Vary')).toBe('Authorization')
    expect(response.headers.get('RateLimit')).toBe('"key";r=9;t=6')
    expect(response.headers.get('RateLimit-Policy')).toBe('"key";q=10;w=60')
  })

  test('HT-5: no key and a wrong key are told apart in the challenge alone', async () => {
    const missing = await handler(request(), {})
    expect([missing.status, missing.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="orders"'])
    send('bad')
    const wrong = await handler(request(), {})
    expect(wrong.status).toBe(401)
    expect(wrong.headers.get('WWW-Authenticate')).toContain('error="invalid_token"')
  })

  test('A person’s session opens nothing here', async () => {
    const session = () => ({ id: 'ada', sessionId: 's1' })
    const people = createAuth(latchkeyWith({ ...machines(), session }))
    const response = await people.withKeyAuth({}, () => new Response('ok'))(request(), {})
    expect(response.status).toBe(401)
  })

  test('A refusal from inside the handler is answered with its response', async () => {
    send('orders:read')
    const picky = withKeyAuth({}, (_, identity) => {
      identity.protect({ scopes: ['orders:write'] })
      return new Response('never')
    })
    const response = await picky(request(), {})
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      code: 'insufficient_scope',
      requiredScopes: ['orders:write'],
    })
  })

  test('What Next hands to a route reaches the handler, and its bugs reach Next', async () => {
    send('orders:read')
    const byId = withKeyAuth({}, async (_, __, { params }: { params: Promise<{ id: string }> }) => {
      return new Response((await params).id)
    })
    const response = await byId(request(), { params: Promise.resolve({ id: '7' }) })
    expect(await response.text()).toBe('7')
    const broken = withKeyAuth({}, () => Promise.reject(new Error('a bug')))
    await expect(broken(request(), {})).rejects.toThrow('a bug')
  })
})
