import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { openBetterAuth } from '../../stories/backends/open-better-auth.ts'
import { apiKeySchema, capabilitiesSchema } from '../contract/index.js'
import { type BetterAuthKeysOptions, type BetterAuthWithApiKeys, betterAuthKeys } from './better-auth.js'

const now = Date.UTC(2026, 10, 23, 17, 40)
const day = 86_400_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now }))
afterEach(() => void vi.useRealTimers())

/** Better Auth's own server and client, and its plugin's, with nothing between them but this process. */
async function setUp(plugin: Parameters<typeof openBetterAuth>[0] = {}, options: BetterAuthKeysOptions = {}) {
  const backend = await openBetterAuth(plugin)
  return { ...backend, client: betterAuthKeys(backend.authClient, options) }
}

const inDays = (days: number) => new Date(now + days * day).toISOString()

describe('Better Auth’s own types', () => {
  it('fit what is asked for here', () => {
    type Client = Awaited<ReturnType<typeof openBetterAuth>>['authClient']
    expectTypeOf<Client>().toExtend<BetterAuthWithApiKeys>()
  })
})

describe('Keys that Better Auth keeps', () => {
  it('are keys of the contract, and say nothing that the plugin does not', async () => {
    const { client, person, auth } = await setUp()
    const made = await auth.api.createApiKey({
      body: {
        name: 'production-api',
        userId: person.id,
        permissions: { orders: ['read', 'write'], files: ['read'] },
        expiresIn: 30 * 86_400,
        rateLimitMax: 100,
        rateLimitTimeWindow: 60_000,
      },
    })
    await auth.api.verifyApiKey({ body: { key: made.key } })
    const [key] = (await client.list({})).keys
    expect(v.parse(apiKeySchema, key)).toMatchObject({
      id: made.id,
      consumerId: person.id,
      name: 'production-api',
      description: null,
      prefix: 'acme_',
      start: made.key.slice(5, 6),
      end: '',
      scopes: ['orders:read', 'orders:write', 'files:read'],
      rateLimit: { limit: 100, windowSeconds: 60 },
      createdAt: inDays(0),
      expiresAt: inDays(30),
      lastUsedAt: inDays(0),
      disabledAt: null,
      revokedAt: null,
    })
  })

  it('go by their id where the plugin gave them no name, and show no characters where it stores none', async () => {
    const { client, person, auth } = await setUp({ startingCharactersConfig: { shouldStore: false } })
    const made = await auth.api.createApiKey({ body: { userId: person.id } })
    expect((await client.list({})).keys).toMatchObject([{ name: made.id, prefix: 'acme_', start: '' }])
  })

  it('show no part of their prefix twice, where that is longer than what the plugin stores', async () => {
    const { client } = await setUp({ defaultPrefix: 'acme_live_' })
    const { key } = await client.create({ name: 'x' })
    expect(key).toMatchObject({ prefix: 'acme_live_', start: '' })
  })

  it('are refused rather than listed in part, where there are more than Better Auth answers', async () => {
    const { client, tables } = await setUp()
    const { key } = await client.create({ name: 'x' })
    const add = (id: string) =>
      tables.apikey.push(...tables.apikey.slice(0, 1).map((row) => ({ ...row, id })))
    for (let made = 1; made < 100; made += 1) add(`${key.id}-${made}`)
    expect((await client.list({})).counts.total).toBe(100)
    add(`${key.id}-one-more`)
    await expect(client.list({})).rejects.toMatchObject({ code: 'payload_too_large' })
  })

  it('are sorted, searched, counted and put on pages as one list', async () => {
    const { client } = await setUp()
    for (const name of ['billing', 'checkout', 'billing-test']) await client.create({ name })
    expect((await client.list({ search: 'BILL', sort: 'name' })).keys.map(({ name }) => name)).toEqual([
      'billing',
      'billing-test',
    ])
    const page = await client.list({ sort: '-name', limit: 2 })
    expect(page.keys.map(({ name }) => name)).toEqual(['checkout', 'billing-test'])
    expect(page.page).toEqual({ nextCursor: '2', previousCursor: null, total: 3 })
    expect(page.counts).toMatchObject({ active: 3, total: 3 })
  })

  it('are created with an end, and their secret, which opens the door, is in that answer alone', async () => {
    const { client, auth } = await setUp()
    const { key, secret } = await client.create({ name: ' nightly ', expiresAt: inDays(30) })
    expect(key).toMatchObject({
      name: 'nightly',
      prefix: 'acme_',
      start: secret?.slice(5, 6),
      expiresAt: inDays(30),
    })
    expect(await auth.api.verifyApiKey({ body: { key: secret ?? '' } })).toMatchObject({ valid: true })
    expect(JSON.stringify([key, await client.list({}), await client.get?.(key.id)])).not.toContain(secret)
  })

  it('end never where nobody says when', async () => {
    const { client } = await setUp()
    expect((await client.create({ name: 'for ever', expiresAt: null })).key.expiresAt).toBeNull()
  })

  it.each([{ scopes: ['a:b'] }, { description: 'what for' }, { ipAllowlist: ['203.0.113.0/24'] }])(
    'are neither created nor changed with %o, for which the plugin has no place',
    async (foreign) => {
      const { client, calls } = await setUp()
      const refused = {
        code: 'validation_failed',
        fields: { [Object.keys(foreign)[0] ?? '']: expect.any(String) },
      }
      await expect(client.create({ name: 'x', ...foreign })).rejects.toMatchObject(refused)
      await expect(client.update?.('x', foreign, 1)).rejects.toMatchObject(refused)
      expect(calls).toEqual([])
    },
  )

  it('are renamed, disabled, enabled, and given another end or none', async () => {
    const { client, auth } = await setUp()
    const { key, secret } = await client.create({ name: 'before', expiresAt: inDays(30) })
    const change = async (patch: object) => (await client.update?.(key.id, patch, key.version))?.key
    expect(await change({ name: 'after' })).toMatchObject({ id: key.id, name: 'after' })
    expect((await change({ enabled: false }))?.disabledAt).not.toBeNull()
    expect(await auth.api.verifyApiKey({ body: { key: secret ?? '' } })).toMatchObject({
      error: { code: 'KEY_DISABLED' },
    })
    expect((await client.list({ status: ['disabled'] })).keys).toHaveLength(1)
    expect(await change({ enabled: true })).toMatchObject({ disabledAt: null })
    expect(await change({ expiresAt: inDays(60) })).toMatchObject({ expiresAt: inDays(60) })
    expect(await change({ expiresAt: null })).toMatchObject({ expiresAt: null })
  })

  it('are deleted when they are revoked: the answer says revoked, the door is shut, and no list has them', async () => {
    const { client, auth } = await setUp()
    const { key, secret } = await client.create({ name: 'leaked' })
    expect((await client.revoke?.(key.id, {}))?.key).toMatchObject({
      id: key.id,
      revokedAt: expect.any(String),
    })
    expect(await auth.api.verifyApiKey({ body: { key: secret ?? '' } })).toMatchObject({ valid: false })
    expect((await client.list({ status: ['revoked'] })).counts.total).toBe(0)
    await expect(client.revoke?.(key.id, {})).rejects.toMatchObject({ code: 'not_found' })
  })

  it('are disabled, enabled and revoked in bulk one by one, and each says how it went', async () => {
    const { client } = await setUp()
    const ids: string[] = []
    for (const name of ['one', 'two']) ids.push((await client.create({ name })).key.id)
    const run = async (action: 'disable' | 'enable' | 'revoke') =>
      (await client.bulk?.({ action, ids: [...ids, 'nobody'] }))?.results.map(({ error }) => error?.code)
    expect(await run('disable')).toEqual([undefined, undefined, 'not_found'])
    expect((await client.list({})).counts.disabled).toBe(2)
    expect(await run('enable')).toEqual([undefined, undefined, 'not_found'])
    expect(await run('revoke')).toEqual([undefined, undefined, 'not_found'])
    expect((await client.list({})).counts.total).toBe(0)
  })

  it('are those of one configuration where one is named', async () => {
    const { client, calls } = await setUp({}, { configId: 'default' })
    const { key } = await client.create({ name: 'x' })
    await client.list({})
    await client.update?.(key.id, { name: 'y' }, 1)
    await client.revoke?.(key.id, {})
    expect(
      calls.every(
        ({ path, body }) => path.includes('configId=default') || body.includes('"configId":"default"'),
      ),
    ).toBe(true)
    expect(client.backend).toBe('better-auth:default')
  })

  it('of somebody else are not shown under the name that consumerId gives', async () => {
    const { client, person } = await setUp()
    await client.create({ name: 'mine' })
    expect((await client.list({ consumerId: person.id })).keys).toHaveLength(1)
    await expect(client.list({ consumerId: 'somebody' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('of an organisation are asked for by its id', async () => {
    const { client, calls, network } = await setUp({}, { references: 'organization' })
    network.intercept = () => Response.json({ apiKeys: [], total: 0 })
    await client.list({ consumerId: 'org_1' })
    network.intercept = () => Response.json({ message: 'no' }, { status: 403 })
    await expect(client.create({ consumerId: 'org_1', name: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(calls[0]?.path).toContain('organizationId=org_1')
    expect(JSON.parse(calls[1]?.body ?? '')).toMatchObject({ organizationId: 'org_1' })
  })
})

describe('What Better Auth lacks', () => {
  it('is not there: no operation that would be refused', async () => {
    const { client } = await setUp()
    expect(Object.keys(client).sort()).toEqual([
      'backend',
      'bulk',
      'capabilities',
      'create',
      'get',
      'list',
      'revoke',
      'toSearch',
      'update',
    ])
    const capabilities = await client.capabilities?.({})
    expect(v.parse(capabilitiesSchema, capabilities)).toEqual(capabilities)
  })

  it('is when a key was changed: each use of it is a change there, so that neither is told', async () => {
    const { client, auth } = await setUp()
    const { key, secret } = await client.create({ name: 'x' })
    vi.setSystemTime(now + 60_000)
    await auth.api.verifyApiKey({ body: { key: secret ?? '' } })
    expect((await client.get?.(key.id))?.key.updatedAt).not.toBe(key.updatedAt)
    const lacks = (await client.capabilities?.({}))?.lacks
    expect(lacks).toEqual(expect.arrayContaining(['updatedAt', 'disabledAt']))
  })

  it('is a usual limit: a key without one of its own has none', async () => {
    const { client } = await setUp()
    expect((await client.capabilities?.({}))?.lacks).toContain('usualRateLimit')
  })

  it('keeps a pasted secret out of what is looked for, and still finds its key', async () => {
    const { client } = await setUp()
    const { key, secret } = await client.create({ name: 'x' })
    const search = client.toSearch?.(`Authorization: Bearer ${secret}`) ?? ''
    expect(search).toBe(`Authorization: Bearer ${secret?.slice(0, 6)}`)
    const found = await client.list({ search: client.toSearch?.(secret ?? '') })
    expect(found.keys.map(({ id }) => id)).toContain(key.id)
    expect(client.toSearch?.('a-name-of-thirty-two-characters')).toBe('a-name-of-thirty-two-characters')
  })
})

describe('What goes wrong at Better Auth', () => {
  it('is told as unauthenticated where the session has ended', async () => {
    const { client, signOut } = await setUp()
    const { key } = await client.create({ name: 'x' })
    signOut()
    const code = 'unauthenticated'
    await expect(client.list({})).rejects.toMatchObject({ name: 'LatchkeyError', code, status: 401 })
    await expect(client.create({ name: 'x' })).rejects.toMatchObject({ code })
    await expect(client.update?.(key.id, { name: 'y' }, 1)).rejects.toMatchObject({ code })
    await expect(client.revoke?.(key.id, {})).rejects.toMatchObject({ code })
  })

  it('is told beside the field that the plugin is about', async () => {
    const { client } = await setUp()
    await expect(client.create({ name: 'x'.repeat(33) })).rejects.toMatchObject({
      code: 'validation_failed',
      fields: { name: expect.stringContaining('name length') },
    })
    await expect(client.create({ name: 'x', expiresAt: inDays(0.1) })).rejects.toMatchObject({
      fields: { expiresAt: expect.any(String) },
    })
    await expect(client.create({ name: 'x', expiresAt: inDays(400) })).rejects.toMatchObject({
      fields: { expiresAt: expect.any(String) },
    })
  })

  it('is told as not_found for a key that is not there', async () => {
    const { client } = await setUp()
    await expect(client.get?.('nobody')).rejects.toMatchObject({ code: 'not_found', status: 404 })
  })

  const answers: [code: string, answer: () => Response, expected: object][] = [
    [
      'rate_limited',
      () =>
        Response.json({ message: 'Too many requests.' }, { status: 429, headers: { 'X-Retry-After': '7' } }),
      { retryAfterSeconds: 7 },
    ],
    ['reauthentication_required', () => Response.json({ code: 'SESSION_NOT_FRESH' }, { status: 403 }), {}],
    ['forbidden', () => Response.json({ code: 'INSUFFICIENT_API_KEY_PERMISSIONS' }, { status: 403 }), {}],
    ['bad_request', () => Response.json({ code: 'SERVER_ONLY_PROPERTY' }, { status: 400 }), {}],
    ['internal_error', () => new Response(null, { status: 500 }), {}],
    ['store_unavailable', () => new Response('<html>', { status: 502 }), {}],
    ['unknown', () => new Response('<html>', { status: 200 }), {}],
  ]

  it.each(answers)('is told as %s', async (code, answer, expected) => {
    const { client, network } = await setUp()
    network.intercept = answer
    await expect(client.list({})).rejects.toMatchObject({ name: 'LatchkeyError', code, ...expected })
  })

  it('is told as unreachable where no answer comes', async () => {
    const { client, network } = await setUp()
    network.intercept = () => Promise.reject(new TypeError('Failed to fetch'))
    await expect(client.list({})).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('is told as aborted when somebody stops waiting', async () => {
    const { client, network } = await setUp()
    network.intercept = () => new Promise(() => undefined)
    const stop = new AbortController()
    const create = client.create({ name: 'x' }, { signal: stop.signal })
    stop.abort()
    await expect(create).rejects.toMatchObject({ code: 'aborted' })
  })

  it('is told where an answer is not what the plugin publishes, without quoting it', async () => {
    const { client, network } = await setUp()
    network.intercept = () => Response.json({ id: 7, key: 'acme_verysecret' })
    const failure = client.create({ name: 'x' })
    await expect(failure).rejects.toMatchObject({ code: 'unknown', message: expect.stringContaining('"id"') })
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('verysecret') })
  })
})
