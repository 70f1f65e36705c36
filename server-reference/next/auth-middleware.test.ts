import { NextRequest } from 'next/server.js'
import { describe, expect, test } from 'vitest'
import type { Latchkey, Verification, VerifyRequest } from '../core/latchkey.js'
import type { SessionUser } from '../core/session-provider.js'
import { type AuthMiddlewareOptions, authMiddleware } from './auth-middleware.js'

const lists = {
  protectedWithKeys: ['/api/orders(.*)'],
  protectedWithEither: ['/api/whoami'],
  publicRoutes: ['/', '/sign-in(.*)'],
} satisfies AuthMiddlewareOptions

const ada: SessionUser = { id: 'ada', sessionId: 's1' }

const machine: Verification = {
  ok: true,
  key: { id: 'k1', consumerId: 'c1', name: 'n', environment: 'live', scopes: [] },
  rate: null,
}

/** A latchkey of which the middleware sees what a test says; everything else is a failure of the test. */
function scripted(script: {
  verify?: (request: VerifyRequest) => Promise<Verification>
  session?: Latchkey['session']
}): Latchkey {
  return {
    realm: 'orders',
    acceptsApiKeyHeader: false,
    verify: script.verify ?? (() => Promise.resolve({ ok: false, code: 'missing_credential' })),
    session: script.session ?? (() => null),
    get management(): never {
      throw new Error('The middleware manages no keys.')
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
  }
}

function ask(
  target: string,
  script: Parameters<typeof scripted>[0] = {},
  init: { method?: string; headers?: Record<string, string> } = {},
  options: AuthMiddlewareOptions = lists,
) {
  return authMiddleware(scripted(script), options)(new NextRequest(`http://app.test${target}`, init))
}

/** Next's mark for "go on to the route". */
const passes = (response: Response) => response.headers.get('x-middleware-next') === '1'

describe('A route that is protected with keys', () => {
  test('HT-5: without a key it answers 401 with a challenge that blames nobody', async () => {
    const response = await ask('/api/orders')
    expect(response.status).toBe(401)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="orders"')
    expect(response.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'missing_credential' })
  })

  test('A person who is signed in needs a key all the same', async () => {
    const response = await ask('/api/orders', { session: () => ada })
    expect(response.status).toBe(401)
  })

  test('MW-15: a key that may pass is let through and not charged', async () => {
    const asked: VerifyRequest[] = []
    const verify = async (request: VerifyRequest) => {
      asked.push(request)
      return machine
    }
    const response = await ask('/api/orders/1?x=1', { verify }, { headers: { Authorization: 'Bearer k' } })
    expect(passes(response)).toBe(true)
    expect(asked).toMatchObject([{ charge: false, address: null }])
    expect(asked[0]?.headers.get('Authorization')).toBe('Bearer k')
  })

  test.each([
    ['key_revoked', 401],
    ['multiple_credentials', 400],
    ['ip_not_allowed', 403],
    ['rate_limited', 429],
    ['store_unavailable', 503],
  ] as const)('%s is answered with %i', async (code, status) => {
    const response = await ask('/api/orders', { verify: async () => ({ ok: false, code }) })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code, status })
  })

  test('The address that the app knows is what the key is checked against', async () => {
    const seen: (string | null)[] = []
    const verify = async ({ address }: VerifyRequest) => {
      seen.push(address)
      return machine
    }
    const clientAddress = ({ headers }: { headers: Headers }) => headers.get('x-edge-address')
    await ask(
      '/api/orders',
      { verify },
      { headers: { 'x-edge-address': '203.0.113.7' } },
      { ...lists, clientAddress },
    )
    expect(seen).toEqual(['203.0.113.7'])
  })
})

describe('A route for keys or people', () => {
  test('Either passes, nobody is refused', async () => {
    expect(passes(await ask('/api/whoami', { verify: async () => machine }))).toBe(true)
    expect(passes(await ask('/api/whoami', { session: () => ada }))).toBe(true)
    expect((await ask('/api/whoami')).status).toBe(401)
  })

  test('A bad key is not saved by a good session', async () => {
    const verify = async (): Promise<Verification> => ({ ok: false, code: 'invalid_key' })
    const response = await ask('/api/whoami', { verify, session: () => ada })
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ code: 'invalid_key' })
  })
})

describe('MW-11: a route in no list needs a person', () => {
  const asPage = { headers: { Accept: 'text/html,application/xhtml+xml' } }

  test('Someone who is signed in passes', async () => {
    expect(passes(await ask('/settings', { session: () => ada }, asPage))).toBe(true)
  })

  test('A page leads to the sign-in, with the way back', async () => {
    const response = await ask('/apps/a1?tab=keys', {}, asPage)
    expect(response.status).toBe(307)
    expect(response.headers.get('Location')).toBe('http://app.test/sign-in?next=%2Fapps%2Fa1%3Ftab%3Dkeys')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  test('A program is told 401', async () => {
    for (const [target, init] of [
      ['/api/keys', asPage],
      ['/settings', { headers: { Accept: '*/*' } }],
      ['/settings', { method: 'POST', ...asPage }],
    ] as const) {
      const response = await ask(target, {}, init)
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ code: 'unauthenticated' })
    }
  })

  test('A key opens nothing that is meant for people', async () => {
    const response = await ask(
      '/api/keys',
      { verify: async () => machine },
      { headers: { Authorization: 'Bearer k' } },
    )
    expect(response.status).toBe(401)
  })

  test('A sign-in that cannot tell who asks gives 503, never the page', async () => {
    const session = async () => {
      throw new Error('down')
    }
    expect((await ask('/settings', { session }, asPage)).status).toBe(503)
  })
})

describe('What passes carries nothing of ours', () => {
  test('MW-6: inbound headers in the namespace are dropped, in any spelling', async () => {
    const forged = {
      'X-Latchkey-Consumer-Id': 'c1',
      x_latchkey_user: 'ada',
      'x-latchkey_Key': 'k',
      'x-latch': '1',
    }
    const response = await ask('/', {}, { headers: forged })
    expect(passes(response)).toBe(true)
    expect(response.headers.get('x-middleware-override-headers')).toBe('x-latch')
  })

  test('MW-7: no identity is put on the way out', async () => {
    const response = await ask('/api/orders', { verify: async () => machine })
    expect([...response.headers.values()].join()).not.toMatch(/k1|c1/)
  })
})

describe('MW-12: every branch answers', () => {
  test('A malformed path gets 400', async () => {
    const response = await ask('/sign-in%2f..%2fapi')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'bad_request' })
  })

  test('A check that throws gets 500, also on a function of the app', async () => {
    const verify = () => Promise.reject(new Error('a bug'))
    expect((await ask('/api/orders', { verify })).status).toBe(500)
    const publicRoutes = () => {
      throw new Error('a bug')
    }
    expect((await ask('/', {}, {}, { protectedWithKeys: '/api(.*)', publicRoutes })).status).toBe(500)
  })

  test('What a 500 hides is told to onError, and a listener that fails changes nothing', async () => {
    const bug = new Error('a bug')
    const verify = () => Promise.reject(bug)
    const told: unknown[] = []
    const onError = (error: unknown, { during }: { during: string }) => {
      told.push([error, during])
      throw new Error('the log is full')
    }
    expect((await ask('/api/orders', { verify }, {}, { ...lists, onError })).status).toBe(500)
    expect(told).toEqual([[bug, 'middleware']])
  })

  test('HT-20: an address that cannot be read refuses', async () => {
    const clientAddress = () => {
      throw new Error('no address')
    }
    expect((await ask('/api/orders', {}, {}, { ...lists, clientAddress })).status).toBe(500)
  })
})

describe('An app below a base path', () => {
  const open = (path: string) =>
    authMiddleware(
      scripted({}),
      lists,
    )(
      new NextRequest(`http://app.test${path}`, {
        headers: { Accept: 'text/html' },
        nextConfig: { basePath: '/shop' },
      }),
    )

  test('leads to its own sign-in page, and back to where people were', async () => {
    const response = await open('/shop/settings?tab=keys')
    expect(response.headers.get('Location')).toBe(
      'http://app.test/shop/sign-in?next=%2Fshop%2Fsettings%3Ftab%3Dkeys',
    )
  })

  test('tells its API routes 401 all the same', async () => {
    expect((await open('/shop/api/consumers')).status).toBe(401)
  })
})

describe('MW-11: what cannot be meant throws at start', () => {
  const start = (options: AuthMiddlewareOptions) => () => authMiddleware(scripted({}), options)

  test('No protected route', () => {
    expect(start({ publicRoutes: ['/'] })).toThrow(/no route is protected with keys/)
  })

  test('A sign-in page that needs a session itself', () => {
    expect(start({ ...lists, signInUrl: '/enter' })).toThrow(/Nobody could sign in/)
    expect(start({ ...lists, signInUrl: 'javascript:alert(1)' })).toThrow(/signInUrl/)
  })

  test('Without a public sign-in page, pages answer 401', async () => {
    const response = await ask(
      '/settings',
      {},
      { headers: { Accept: 'text/html' } },
      { protectedWithKeys: '/api(.*)' },
    )
    expect(response.status).toBe(401)
  })

  test('The sign-in may be elsewhere', async () => {
    const options = { ...lists, signInUrl: 'https://accounts.test/in' }
    const response = await ask('/settings', {}, { headers: { Accept: 'text/html' } }, options)
    expect(response.headers.get('Location')).toBe('https://accounts.test/in?next=%2Fsettings')
  })
})
