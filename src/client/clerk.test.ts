import type { APIKeysNamespace, LoadedClerk } from '@clerk/shared/types'
import * as v from 'valibot'
import { beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest'
import { createClerkFrontendApi, refusal } from '../../stories/backends/clerk-frontend-api.ts'
import { signInToClerk } from '../../stories/backends/sign-in-to-clerk.ts'
import { apiKeySchema, capabilitiesSchema } from '../contract/index.js'
import { type ClerkApiKeys, type ClerkWithApiKeys, clerkKeys } from './clerk.js'

const now = Date.UTC(2026, 10, 23, 17, 40)
const day = 86_400_000

/** Clerk's own client, its network ours. */
async function setUp(keys: Parameters<typeof createClerkFrontendApi>[0]['keys'] = []) {
  const api = createClerkFrontendApi({ keys, now: () => now })
  vi.stubGlobal('fetch', (url: URL, init: RequestInit) => api.fetch(new Request(url, init)))
  const clerk = await signInToClerk('https://acme.example/__clerk')
  return { api, clerk, client: clerkKeys(clerk, { now: () => now }) }
}

beforeEach(() => {
  vi.unstubAllGlobals()
  // Its client tells the console what it is refused.
  vi.spyOn(console, 'warn').mockReturnValue()
})

describe('Clerk’s own types', () => {
  it('fit what is asked for here', () => {
    expectTypeOf<APIKeysNamespace>().toExtend<ClerkApiKeys>()
    expectTypeOf<LoadedClerk>().toExtend<ClerkWithApiKeys>()
  })
})

describe('Keys that Clerk keeps', () => {
  it('are keys of the contract, and say nothing that Clerk does not', async () => {
    const { client } = await setUp([
      {
        id: 'ak_1',
        name: 'production-api',
        description: 'The shop',
        scopes: ['orders:read'],
        created_at: now - 30 * day,
        updated_at: now - 2 * day,
        last_used_at: now - 60_000,
        expiration: now + 90 * day,
      },
    ])
    const { keys } = await client.list({})
    expect(keys.map((key) => v.parse(apiKeySchema, key))).toEqual([
      {
        id: 'ak_1',
        consumerId: 'user_2ada',
        name: 'production-api',
        description: 'The shop',
        environment: 'live',
        prefix: 'ak_',
        start: '',
        end: '',
        scopes: ['orders:read'],
        ipAllowlist: [],
        rateLimit: null,
        createdAt: '2026-10-24T17:40:00.000Z',
        updatedAt: '2026-11-21T17:40:00.000Z',
        createdBy: { id: 'user_2ada' },
        expiresAt: '2027-02-21T17:40:00.000Z',
        lastUsedAt: '2026-11-23T17:39:00.000Z',
        disabledAt: null,
        revokedAt: null,
        revokedReason: null,
        rotation: null,
        managedBy: null,
        version: 1,
      },
    ])
  })

  it('are all there, however many pages Clerk makes of them, and sorted, searched and counted as one list', async () => {
    const many = Array.from({ length: 230 }, (_, index) => ({
      name: `key-${String(index).padStart(3, '0')}`,
      created_at: now - index * 60_000,
      last_used_at: index % 2 === 0 ? now - index * 1000 : null,
    }))
    const { api, client } = await setUp(many)
    const page = await client.list({ sort: 'name', limit: 25 })
    expect(page.page).toMatchObject({ total: 230, nextCursor: '25' })
    expect(page.counts).toMatchObject({ total: 230, active: 230 })
    expect(page.keys[0]?.name).toBe('key-000')
    expect(api.calls.map(({ path }) => /limit=\d+&offset=\d+/.exec(path)?.[0])).toEqual([
      'limit=100&offset=0',
      'limit=100&offset=100',
      'limit=100&offset=200',
    ])
    const last = await client.list({ sort: 'name', limit: 25, cursor: '225' })
    expect(last.keys.map(({ name }) => name)).toEqual(['key-225', 'key-226', 'key-227', 'key-228', 'key-229'])
    expect((await client.list({ search: '-22' })).page.total).toBe(10)
    expect((await client.list({ sort: '-lastUsedAt', limit: 1 })).keys[0]?.name).toBe('key-000')
  })

  it('are refused where there are more than are to be fetched, rather than shown in part', async () => {
    const { clerk } = await setUp([{}, {}, {}])
    await expect(clerkKeys(clerk, { maxKeys: 2 }).list({})).rejects.toMatchObject({
      code: 'payload_too_large',
    })
  })

  it('are those of the subject that consumerId names, and else of whoever is signed in', async () => {
    const { api, client } = await setUp([{ name: 'mine' }, { name: 'ours', subject: 'org_1' }])
    expect((await client.list({})).keys.map(({ name }) => name)).toEqual(['mine'])
    expect((await client.list({ consumerId: 'org_1' })).keys.map(({ name }) => name)).toEqual(['ours'])
    const { key } = await client.create({ consumerId: 'org_1', name: 'another' })
    expect(key.consumerId).toBe('org_1')
    expect(api.keys.at(-1)?.subject).toBe('org_1')
  })

  it('are created with an end as far away as asked for, and their secret is in that answer alone', async () => {
    const { api, client } = await setUp()
    const { key, secret } = await client.create({
      name: ' nightly ',
      description: 'For  the report',
      expiresAt: new Date(now + 30 * day).toISOString(),
    })
    expect(secret).toMatch(/^ak_\w{20,}$/)
    expect(key).toMatchObject({
      name: 'nightly',
      description: 'For the report',
      expiresAt: '2026-12-23T17:40:00.000Z',
    })
    expect(JSON.stringify(key)).not.toContain(secret)
    expect(JSON.stringify(await client.list({}))).not.toContain(secret)
    expect(JSON.parse(api.calls[0]?.body ?? '')).toMatchObject({ seconds_until_expiration: 30 * 86_400 })
  })

  it('end never where nobody says when', async () => {
    const { client } = await setUp()
    const { key } = await client.create({ name: 'for ever', expiresAt: null })
    expect(key.expiresAt).toBeNull()
  })

  it.each([
    { scopes: ['orders:read'] },
    { ipAllowlist: ['203.0.113.0/24'] },
    { environment: 'test' as const },
  ])('are not created with %o, for which Clerk’s client has no place', async (foreign) => {
    const { api, client } = await setUp()
    await expect(client.create({ name: 'x', ...foreign })).rejects.toMatchObject({
      code: 'validation_failed',
      fields: { [Object.keys(foreign)[0] ?? '']: expect.any(String) },
    })
    expect(api.calls).toEqual([])
  })

  it('are revoked with a reason, and leave the list', async () => {
    const { client } = await setUp([{ id: 'ak_1' }, { id: 'ak_2' }])
    const answer = await client.revoke?.('ak_1', { reason: 'leaked' })
    expect(answer?.key).toMatchObject({
      id: 'ak_1',
      revokedAt: '2026-11-23T17:40:00.000Z',
      revokedReason: 'leaked',
    })
    expect((await client.list({})).keys.map(({ id }) => id)).toEqual(['ak_2'])
  })

  it('are revoked in bulk one by one, and each says how it went', async () => {
    const { client } = await setUp([{ id: 'ak_1' }, { id: 'ak_2' }])
    const answer = await client.bulk?.({ action: 'revoke', ids: ['ak_1', 'ak_9', 'ak_2'] })
    expect(
      answer?.results.map(({ id, key, error }) => [id, key?.revokedAt !== undefined, error?.code]),
    ).toEqual([
      ['ak_1', true, undefined],
      ['ak_9', false, 'not_found'],
      ['ak_2', true, undefined],
    ])
  })
})

describe('What Clerk lacks', () => {
  it('is not there: no operation that would be refused', async () => {
    const { client } = await setUp()
    expect(Object.keys(client).sort()).toEqual([
      'backend',
      'bulk',
      'capabilities',
      'create',
      'list',
      'revoke',
      'toSearch',
    ])
    const capabilities = await client.capabilities?.({})
    expect(v.parse(capabilitiesSchema, capabilities)).toEqual(capabilities)
    expect(capabilities?.operations).not.toContain('rotate')
  })

  it('is refused where somebody asks all the same', async () => {
    const { client } = await setUp([{ id: 'ak_1' }])
    await expect(client.bulk?.({ action: 'disable', ids: ['ak_1'] })).rejects.toMatchObject({
      code: 'method_not_allowed',
    })
  })

  it('keeps a pasted secret out of what is looked for', async () => {
    const { api, client } = await setUp()
    const { secret } = await client.create({ name: 'x' })
    expect(client.toSearch?.(`Authorization: Bearer ${secret}`)).toBe('Authorization: Bearer ak_…')
    expect(client.toSearch?.('billing')).toBe('billing')
    expect(api.calls).toHaveLength(1)
  })
})

describe('What goes wrong at Clerk', () => {
  const refusals: [code: string, answer: () => Response, expected: object][] = [
    ['unauthenticated', () => refusal(401, 'authentication_invalid', 'no'), { status: 401 }],
    ['forbidden', () => refusal(403, 'api_keys_not_enabled', 'no'), { status: 403 }],
    ['reauthentication_required', () => refusal(403, 'session_reverification_required', 'no'), {}],
    ['not_found', () => refusal(404, 'resource_not_found', 'no'), { status: 404 }],
    ['name_taken', () => refusal(409, 'api_key_name_already_exists', 'no'), {}],
    [
      'validation_failed',
      () => refusal(422, 'form_param_max_length_exceeded', 'Too long.', 'name'),
      { fields: { name: 'Too long.' } },
    ],
    [
      'rate_limited',
      () => refusal(429, 'too_many', 'no', undefined, { 'Retry-After': '7' }),
      { retryAfterSeconds: 7 },
    ],
    ['internal_error', () => refusal(500, 'internal_clerk_error', 'no'), { status: 500 }],
    ['store_unavailable', () => refusal(503, 'service_unavailable', 'no'), { status: 503 }],
  ]

  it.each(refusals)('is told as %s', async (code, answer, expected) => {
    const { api, client } = await setUp()
    api.intercept = answer
    await expect(client.create({ name: 'x' })).rejects.toMatchObject({
      name: 'LatchkeyError',
      code,
      ...expected,
    })
  })

  it('is told as unauthenticated where the session has ended', async () => {
    const { api, client } = await setUp()
    api.signOut()
    await expect(client.list({})).rejects.toMatchObject({ code: 'unauthenticated' })
    // By now its client knows, and has no token to send.
    await expect(client.list({})).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  it.each([true, undefined])('is told as unreachable where no answer comes (onLine: %s)', async (onLine) => {
    const { api, client } = await setUp()
    vi.stubGlobal('navigator', { onLine })
    api.intercept = () => Promise.reject(new TypeError('Failed to fetch'))
    await expect(client.create({ name: 'x' })).rejects.toMatchObject({ code: 'unreachable' })
  })

  it('is told as offline where there is no network, and Clerk’s client answers with nothing', async () => {
    const { api, client } = await setUp([{ id: 'ak_1' }])
    api.intercept = () => Promise.reject(new TypeError('Failed to fetch'))
    vi.stubGlobal('navigator', { onLine: false })
    await expect(client.create({ name: 'x' })).rejects.toMatchObject({ code: 'offline' })
    await expect(client.revoke?.('ak_1', {})).rejects.toMatchObject({ code: 'offline' })
  })

  it('is told as aborted when somebody stops waiting, although Clerk’s client heeds no signal', async () => {
    const { api, client } = await setUp()
    api.intercept = () => new Promise(() => undefined)
    const stop = new AbortController()
    const create = client.create({ name: 'x' }, { signal: stop.signal })
    stop.abort()
    await expect(create).rejects.toMatchObject({ code: 'aborted' })
  })

  it('is told as not_loaded before Clerk is there', async () => {
    await expect(clerkKeys({ apiKeys: undefined }).list({})).rejects.toMatchObject({ code: 'not_loaded' })
  })

  it('is told where an answer is not what Clerk publishes, without quoting it', async () => {
    const { api, client } = await setUp()
    api.intercept = () => Response.json({ id: 7, secret: 'ak_verysecretindeed' })
    const failure = client.create({ name: 'x' })
    await expect(failure).rejects.toMatchObject({ code: 'unknown', message: expect.stringContaining('"id"') })
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('verysecret') })
  })
})
