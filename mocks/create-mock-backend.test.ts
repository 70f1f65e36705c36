import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { describeServer } from '../server-reference/http/server.conformance.js'
import { deriveStatus, type KeyPage, keyPageSchema } from '../src/contract/index.js'
import { createMockBackend, type MockBackend, mockNow, mockPeople, seeds } from './index.js'

const base = 'http://mock.test'

describeServer('A mock backend', () => {
  const backend = createMockBackend({ now: mockNow, policy: { maxKeys: 20 } })
  const people = { ada: mockPeople.ada, grace: mockPeople.stranger }
  return {
    baseUrl: `${base}${backend.basePath}`,
    as: (name) => {
      const fetchAs = backend.as(name && people[name])
      return (input, init) => fetchAs(new Request(input, init))
    },
    verify: (secret, requiredScopes = []) => {
      const write = requiredScopes.includes('orders:write')
      const path = requiredScopes.length === 0 ? '/api/whoami' : '/api/orders'
      const headers = { Authorization: `Bearer ${secret}` }
      return backend.fetch(new Request(`${base}${path}`, { method: write ? 'POST' : 'GET', headers }))
    },
  }
})

async function list(backend: MockBackend): Promise<KeyPage> {
  const response = await backend.fetch(new Request(`${base}/api/keys?limit=100`))
  return v.parse(keyPageSchema, await response.json())
}

describe('Seeds', () => {
  it('everyStatus has a key in every status, by two people, the same ones every time', async () => {
    const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow })
    const { keys, counts } = await list(backend)
    expect(
      Object.fromEntries(
        keys.map((key) => [`${key.name} ${deriveStatus(key, mockNow)}`, key.createdBy?.name]),
      ),
    ).toEqual({
      'production-api active': 'Ada Lovelace',
      'ci-deploy expiring': 'Grace Hopper',
      'billing-worker rotating': 'Ada Lovelace',
      'billing-worker active': 'Ada Lovelace',
      'zapier-integration active': 'Ada Lovelace',
      'staging-import disabled': 'Grace Hopper',
      'local-dev expired': 'Grace Hopper',
      'contractor-2025 revoked': 'Grace Hopper',
    })
    expect(counts).toMatchObject({ active: 3, expiring: 1, rotating: 1, disabled: 1, expired: 1, revoked: 1 })
    const again = await list(createMockBackend({ seed: seeds.everyStatus, now: mockNow }))
    expect(again).toEqual({ keys, counts, page: again.page })
  })

  it('Show the dates of the pictures', async () => {
    const { keys } = await list(createMockBackend({ seed: seeds.everyStatus, now: mockNow }))
    const key = (name: string) =>
      keys.find((each) => each.name === name && each.rotation?.replacesId === undefined)
    expect(key('production-api')).toMatchObject({
      createdAt: '2026-03-03T17:40:00.000Z',
      lastUsedAt: '2026-11-23T17:38:00.000Z',
    })
    expect(key('ci-deploy')).toMatchObject({ expiresAt: '2026-11-28T17:40:00.000Z' })
    expect(key('billing-worker')?.rotation).toMatchObject({ overlapEndsAt: '2026-11-24T10:40:00.000Z' })
    expect(key('zapier-integration')).toMatchObject({ lastUsedAt: null })
    expect(key('contractor-2025')).toMatchObject({ revokedReason: 'Contract ended' })
  })

  it('Have a month of usage and a story, as if they had been lived', async () => {
    const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow })
    const { keys } = await list(backend)
    const expired = keys.find(({ name }) => name === 'local-dev')
    const usage = await backend.fetch(new Request(`${base}/api/keys/usage?ids=${expired?.id}`))
    const { series } = (await usage.json()) as {
      series: Record<string, { allowed: number; denied: number }[]>
    }
    expect(series[expired?.id ?? '']).toHaveLength(30)
    expect(series[expired?.id ?? '']?.at(-1)).toMatchObject({ allowed: 0, denied: expect.any(Number) })
    const revoked = keys.find(({ name }) => name === 'contractor-2025')
    const activity = await backend.fetch(new Request(`${base}/api/keys/${revoked?.id}/activity`))
    expect(await activity.json()).toMatchObject({
      events: [
        { type: 'revoked', actor: { name: 'Ada Lovelace' } },
        { type: 'created', actor: { name: 'Grace Hopper' } },
      ],
    })
  })

  it('many makes as many as are asked for, with different names', async () => {
    const backend = createMockBackend({ seed: seeds.many(250), now: mockNow })
    const { page, keys } = await list(backend)
    expect(page.total).toBe(250)
    expect(new Set(keys.map(({ name }) => name)).size).toBe(keys.length)
  })

  it('A seed that the rules refuse says so, and shows nothing', async () => {
    const twice = { name: 'same', createdAt: '2026-01-01T00:00:00Z' }
    const backend = createMockBackend({ seed: [twice, twice], now: mockNow })
    await expect(backend.ready).rejects.toThrow('name_taken')
    await expect(list(backend)).rejects.toThrow('name_taken')
  })
})

describe('The key of a seed', () => {
  it('Opens what its scopes allow, until the clock says otherwise', async () => {
    const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow })
    const { keys } = await list(backend)
    const expiring = keys.find(({ name }) => name === 'ci-deploy')
    const call = (path: string, method = 'GET') => {
      const headers = { Authorization: `Bearer ${backend.secrets.get(expiring?.id ?? '')}` }
      return backend.fetch(new Request(`${base}${path}`, { method, headers }))
    }
    const allowed = await call('/api/orders')
    expect([allowed.status, allowed.headers.has('RateLimit')]).toEqual([200, true])
    expect(await allowed.json()).toMatchObject({ consumerId: 'acme' })
    expect((await call('/api/orders', 'POST')).status).toBe(403)
    expect((await call('/api/orders', 'DELETE')).headers.get('Allow')).toBe('GET, POST')
    backend.advance(6 * 24 * 60 * 60)
    expect(await (await call('/api/whoami')).json()).toMatchObject({ code: 'key_expired' })
  })
})

describe('Who is signed in', () => {
  it('Can change, and nobody sees nothing', async () => {
    const backend = createMockBackend({ seed: seeds.one, now: mockNow })
    expect((await list(backend)).page.total).toBe(1)
    backend.signIn(mockPeople.stranger)
    expect((await list(backend)).page.total).toBe(0)
    backend.signIn(null)
    expect((await backend.fetch(new Request(`${base}/api/keys`))).status).toBe(401)
    await backend.reset()
    expect((await list(backend)).page.total).toBe(1)
  })

  it('Is never told by a header of the caller', async () => {
    const backend = createMockBackend({ person: null })
    await backend.as(mockPeople.ada)(new Request(`${base}/api/keys`))
    const forged = new Request(`${base}/api/keys`, { headers: { 'X-Mock-Person': mockPeople.ada.id } })
    expect((await backend.fetch(forged)).status).toBe(401)
  })
})

describe('Faults', () => {
  const keys = () => new Request(`${base}/api/keys`)

  it.each([
    [500, 'internal_error', null],
    [503, 'store_unavailable', '5'],
    [429, 'rate_limited', '30'],
  ] as const)(
    '%i comes from the server itself, as %s, for the named operation alone',
    async (status, code, wait) => {
      const backend = createMockBackend({ faults: { status: { list: status } } })
      const response = await backend.fetch(keys())
      expect(response.status).toBe(status)
      expect(response.headers.get('Retry-After')).toBe(wait)
      expect(await response.json()).toMatchObject({ code, title: expect.any(String) })
      expect((await backend.fetch(new Request(`${base}/api/keys/scopes`))).status).toBe(200)
      backend.setFaults({})
      expect((await backend.fetch(keys())).status).toBe(200)
    },
  )

  it('Nobody answering is a TypeError, as fetch has it', async () => {
    const backend = createMockBackend({ faults: { unreachable: true } })
    await expect(backend.fetch(keys())).rejects.toBeInstanceOf(TypeError)
  })

  it('A hung operation ends when its caller gives up, and not before the others', async () => {
    const backend = createMockBackend({ faults: { hang: ['list'] } })
    const gaveUp = new AbortController()
    const hung = backend.fetch(new Request(`${base}/api/keys`, { signal: gaveUp.signal }))
    expect((await backend.fetch(new Request(`${base}/api/keys/scopes`))).status).toBe(200)
    gaveUp.abort()
    await expect(hung).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('Latency comes first, and changes nothing else', async () => {
    const backend = createMockBackend({ seed: seeds.one, now: mockNow, faults: { latencyMs: 1 } })
    expect((await list(backend)).page.total).toBe(1)
  })
})

describe('Calls', () => {
  it('Are kept by operation, with the headers that were sent, until the reset', async () => {
    const backend = createMockBackend()
    await backend.fetch(new Request(`${base}/api/keys?limit=5`))
    await backend.fetch(new Request(`${base}/api/whoami`, { headers: { Authorization: 'Bearer x' } }))
    expect(backend.calls).toMatchObject([
      { operation: 'list', method: 'GET', path: '/api/keys?limit=5' },
      { operation: null, method: 'GET', path: '/api/whoami' },
    ])
    expect(backend.calls[1]?.headers.get('Authorization')).toBe('Bearer x')
    await backend.reset()
    expect(backend.calls).toEqual([])
  })
})
