import { NextRequest } from 'next/server.js'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { SessionUser } from './core/session-provider.js'
import { createLatchkey } from './create-latchkey.js'
import { createHandler } from './http/index.js'
import { authMiddleware } from './next/auth-middleware.js'
import { createAuth } from './next/create-auth.js'
import { clerkSession } from './sessions/clerk/index.js'
import { type ClerkInstance, createClerkInstance, origin } from './sessions/clerk/signed-token.conformance.js'
import { memoryStore } from './stores/memory/index.js'

const incoming = { headers: new Headers() }
vi.mock('next/headers.js', () => ({ headers: async () => incoming.headers }))

let clerk: ClerkInstance
beforeAll(async () => {
  clerk = await createClerkInstance()
})

const acme = { o: { id: 'org_acme', rol: 'admin' } }

/** A server whose keys belong to the organisation that a person acts for, or to the person. */
function start() {
  const latchkey = createLatchkey({
    store: memoryStore(),
    session: clerkSession({ jwtKey: clerk.jwtKey, authorizedParties: [origin] }),
    defaultConsumerId: ownerOf,
    authorize: ({ user, consumerId, action }) =>
      consumerId === ownerOf(user) && (user.organization?.role !== 'org:member' || action === 'list'),
    acceptApiKeyHeader: true,
  })
  const handle = createHandler(latchkey)
  const { auth } = createAuth(latchkey)
  const filter = authMiddleware(latchkey, {
    protectedWithKeys: ['/api/orders'],
    protectedWithEither: ['/api/whoami'],
  })
  return {
    whoami: (headers: Record<string, string>) => {
      incoming.headers = new Headers(headers)
      return auth()
    },
    filter: async (path: string, headers: Record<string, string>) =>
      (await filter(new NextRequest(`${origin}${path}`, { headers }))).status,
    list: (headers: Record<string, string>) => handle(new Request(`${origin}/api/keys`, { headers })),
    create: (headers: Record<string, string>) =>
      handle(
        new Request(`${origin}/api/keys`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
          body: JSON.stringify({ name: 'worker' }),
        }),
      ),
  }
}

function ownerOf({ id, organization }: SessionUser): string {
  return organization?.id ?? id
}

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
const cookie = (token: string) => ({ Cookie: `__session=${token}` })

describe('Clerk’s sessions beside keys', () => {
  test('A session token in Authorization is a person, and never a bad or a second key', async () => {
    const { whoami, filter, list } = start()
    const token = await clerk.sign(acme)
    expect(await filter('/api/whoami', bearer(token))).toBe(200)
    expect(await whoami(bearer(token))).toMatchObject({
      userId: 'user_ada',
      sessionId: 'sess_1',
      organization: { id: 'org_acme', role: 'org:admin' },
      consumerId: null,
    })
    expect((await list(bearer(token))).status).toBe(200)
    // A route for machines alone stays one.
    expect(await filter('/api/orders', bearer(token))).toBe(401)
  })

  test('A token that has run out is refused there, though a good one is in the cookie', async () => {
    const { whoami, filter } = start()
    const headers = { ...bearer(await clerk.sign({ exp: 1 })), ...cookie(await clerk.sign()) }
    expect(await filter('/api/whoami', headers)).toBe(401)
    expect((await whoami(headers)).userId).toBeNull()
  })

  test('A key in Authorization is a key, whoever is signed in, and never a token', async () => {
    const { whoami, create, list } = start()
    const session = cookie(await clerk.sign())
    const { secret } = await (await create(session)).json()
    expect(await whoami({ ...session, ...bearer(secret) })).toMatchObject({
      userId: null,
      consumerId: 'user_ada',
    })
    expect((await list(bearer(secret))).status).toBe(401)
    expect((await list({ ...session, ...bearer(secret) })).status).toBe(200)
  })

  test('Keys belong to the organisation that the person acts for, and otherwise to the person', async () => {
    const { create, list } = start()
    const forAcme = cookie(await clerk.sign(acme))
    const forOther = cookie(await clerk.sign({ o: { id: 'org_other', rol: 'admin' } }))
    const forSelf = cookie(await clerk.sign())
    expect((await create(forAcme)).status).toBe(201)
    const consumers = async (headers: Record<string, string>) => {
      const { keys } = await (await list(headers)).json()
      return keys.map(({ consumerId }: { consumerId: string }) => consumerId)
    }
    expect(await consumers(forAcme)).toEqual(['org_acme'])
    expect(await consumers(cookie(await clerk.sign({ ...acme, sub: 'user_grace' })))).toEqual(['org_acme'])
    expect(await consumers(forOther)).toEqual([])
    expect(await consumers(forSelf)).toEqual([])
  })

  test('A member who may only look creates nothing', async () => {
    const { create, list } = start()
    const member = cookie(await clerk.sign({ o: { id: 'org_acme', rol: 'member' } }))
    expect((await list(member)).status).toBe(200)
    expect((await create(member)).status).toBe(403)
  })

  test('Who is signed out is told 401, and led nowhere', async () => {
    const { list, create } = start()
    const expired = cookie(await clerk.sign({ exp: 1 }))
    for (const response of [await list(expired), await create(expired)]) {
      expect([response.status, response.headers.get('Location')]).toEqual([401, null])
    }
  })
})
