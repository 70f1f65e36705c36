import { afterEach, describe, expect, it } from 'vitest'
import { ada, once, openUnkey, requireValue } from './unkey-bench.conformance.js'
import { type UnkeyOptions, unkeyKeys } from './unkey-keys.js'

type Bench = Awaited<ReturnType<typeof openUnkey>>
const open: Bench[] = []
async function bench(options: Partial<UnkeyOptions> = {}): Promise<Bench> {
  const opened = await openUnkey(options)
  open.push(opened)
  return opened
}
afterEach(async () => {
  for (const { unkey } of open.splice(0)) await unkey.close()
})

const listQuery = { sort: 'name', limit: 25 } as const

describe('Creating at Unkey', () => {
  it('asks for 256 bits under the prefix, and shows nothing of them', async () => {
    const { issue, unkey } = await bench({ prefix: 'acme' })
    const { key, secret } = await issue()
    expect(unkey.requests.find(({ operation }) => operation === 'keys.createKey')?.body).toMatchObject({
      apiId: unkey.apiId,
      externalId: 'ada',
      prefix: 'acme',
      byteLength: 32,
      permissions: ['orders:read'],
    })
    expect(key).toMatchObject({
      prefix: '',
      start: secret.slice(0, 9),
      end: '',
      createdBy: { id: 'ada', name: 'Ada' },
    })
  })

  it('is tried once: what was not answered may have been done', async () => {
    const { management, unkey, asked } = await bench({ timeoutMs: 100 })
    unkey.disturb('keys.createKey', 'hang up afterwards')
    const outcome = await management.create(ada, { name: 'ci' }, once)
    expect(outcome).toMatchObject({ ok: false, code: 'store_unavailable' })
    expect(asked('keys.createKey')).toBe(1)
  })

  it('makes one key of a request that is sent again, though the first was never answered', async () => {
    const { management, unkey, asked } = await bench({ timeoutMs: 1_000 })
    unkey.disturb('keys.createKey', 'hang up afterwards')
    const idempotency = { idempotencyKey: 'attempt-1' }
    await management.create(ada, { name: 'ci' }, idempotency)
    const again = requireValue(await management.create(ada, { name: 'ci' }, idempotency))
    expect(again).toMatchObject({ key: { name: 'ci' }, secret: null })
    expect(asked('keys.createKey')).toBe(1)
    expect(JSON.stringify([...unkey.state.rows.values()])).not.toContain('attempt-1')
  })

  it('hands the secret over, though the new key cannot be read back', async () => {
    const { issue, unkey, present } = await bench()
    unkey.disturb('keys.getKey', { status: 500, body: {} })
    const { key, secret } = await issue()
    expect(key).toMatchObject({ name: 'ci', start: secret.slice(0, 4), consumerId: 'ada' })
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('is an error of ours where the root key may not do it', async () => {
    const { management, unkey, errors } = await bench()
    unkey.disturb('keys.createKey', { status: 403, body: { error: { type: 'x/insufficient_permissions' } } })
    expect(await management.create(ada, { name: 'ci' }, once)).toEqual({ ok: false, code: 'internal_error' })
    expect(String(errors)).toContain('403, insufficient_permissions')
  })

  it('makes one of two keys with one name, however close they are', async () => {
    const { management } = await bench()
    const both = await Promise.all([1, 2].map(() => management.create(ada, { name: 'ci' }, once)))
    expect(both.map((outcome) => (outcome.ok ? 'made' : outcome.code)).toSorted()).toEqual([
      'made',
      'name_taken',
    ])
  })
})

describe('Keys that Unkey has already', () => {
  it('are shown as they are, and keep what is not known here through a change', async () => {
    const { issue, management, unkey } = await bench()
    const { key } = await issue()
    const row = unkey.state.rows.get(key.id)
    if (!row) throw new Error('the key is there')
    Object.assign(row, {
      name: null,
      meta: { plan: 'pro' },
      permissions: ['documents.*'],
      ratelimits: [{ name: 'requests', limit: 5, duration: 1000, autoApply: true }],
    })
    const { keys } = requireValue(await management.list(ada, listQuery))
    expect(keys).toMatchObject([
      { name: row.start, scopes: ['documents.*'], rateLimit: null, createdBy: null },
    ])
    const rateLimit = { limit: 10, windowSeconds: 60 }
    const input = { description: 'theirs', rateLimit }
    const { key: changed } = requireValue(
      await management.update?.(ada, key.id, input, keys[0]?.version ?? 0),
    )
    expect(changed).toMatchObject({ description: 'theirs', rateLimit, scopes: ['documents.*'] })
    expect(row.meta).toEqual({ plan: 'pro', latchkey: { description: 'theirs' } })
    expect(row.ratelimits.map(({ name }) => name)).toEqual(['requests', 'latchkey'])
    expect(row.permissions).toEqual(['documents.*'])
  })

  it('show their scopes in one order, whatever order Unkey tells them in', async () => {
    const { issue, management, unkey } = await bench()
    const { key } = await issue()
    const row = unkey.state.rows.get(key.id)
    for (const permissions of [
      ['b', 'a', 'c'],
      ['c', 'b', 'a'],
    ]) {
      if (row) Object.assign(row, { permissions })
      expect(requireValue(await management.get?.(ada, key.id)).key.scopes).toEqual(['a', 'b', 'c'])
    }
  })

  it('show no limit that Unkey does not apply, and can be given one that it does', async () => {
    const { issue, management, unkey } = await bench()
    const { key } = await issue({ name: 'ci', rateLimit: { limit: 2, windowSeconds: 60 } })
    const [limit] = unkey.state.rows.get(key.id)?.ratelimits ?? []
    if (limit) limit.autoApply = false
    const { rateLimit, version } = requireValue(await management.get?.(ada, key.id)).key
    expect(rateLimit).toBeNull()
    const input = { rateLimit: { limit: 2, windowSeconds: 60 } }
    const changed = requireValue(await management.update?.(ada, key.id, input, version))
    expect(changed.key.rateLimit).toEqual(input.rateLimit)
    expect(unkey.state.rows.get(key.id)?.ratelimits).toMatchObject([{ autoApply: true }])
  })

  it('are all found, searched and sorted, beyond the hundred that Unkey gives at once', async () => {
    const { issue, management, unkey, asked } = await bench({ policy: { maxKeys: null } })
    const { key } = await issue()
    const row = unkey.state.rows.get(key.id)
    if (!row) throw new Error('the key is there')
    for (let index = 0; index < 250; index += 1) {
      const keyId = `key_copy${String(index).padStart(6, '0')}`
      unkey.state.rows.set(keyId, { ...row, keyId, name: `copy ${String(index).padStart(3, '0')}` })
    }
    unkey.requests.length = 0
    const page = requireValue(await management.list(ada, { ...listQuery, sort: '-name', search: 'copy' }))
    expect(page.page.total).toBe(250)
    expect(page.counts.total).toBe(251)
    expect(page.keys[0]?.name).toBe('copy 249')
    expect(asked('apis.listKeys')).toBe(3)
  })

  it('of other people are unknown, also by their id', async () => {
    const { issue, management } = await bench()
    const { key } = await issue()
    const eve = { ...ada, user: { id: 'eve', sessionId: null } }
    expect(await management.get?.(eve, key.id)).toEqual({ ok: false, code: 'not_found' })
    expect(await management.revoke?.(eve, key.id, {})).toEqual({ ok: false, code: 'not_found' })
    expect(requireValue(await management.list(eve, listQuery)).keys).toEqual([])
  })
})

describe('Rotating at Unkey', () => {
  it('ends the old key when the person said, and not at the next full minute', async () => {
    const { issue, management, unkey, clock } = await bench()
    const { key } = await issue()
    clock.now += 1234
    const { previous } = requireValue(await management.rotate?.(ada, key.id, { overlapSeconds: 90 }, once))
    expect(unkey.state.rows.get(key.id)?.expires).toBe(clock.now + 90_000)
    expect(previous.rotation?.overlapEndsAt).toBe(new Date(clock.now + 90_000).toISOString())
    // Its own expiry is still known, and so is what it may be prolonged to.
    expect(previous.expiresAt).toBe(key.expiresAt)
  })

  it('does not let the old key outlive itself', async () => {
    const { issue, management, unkey } = await bench()
    const { key } = await issue({ name: 'ci', expiresAt: '2026-11-23T12:30:00Z' })
    requireValue(await management.rotate?.(ada, key.id, { overlapSeconds: 86_400 }, once))
    expect(unkey.state.rows.get(key.id)?.expires).toBe(Date.parse('2026-11-23T12:30:00Z'))
  })

  it('gives the successor what the person may grant, and no more', async () => {
    const grants: { scopes: readonly string[] } = { scopes: ['orders:read', 'orders:write'] }
    const { issue, management, unkey } = await bench({ authorize: () => grants })
    const { key } = await issue({ name: 'ci', scopes: ['orders:read', 'orders:write'] })
    grants.scopes = ['orders:read']
    const rotated = requireValue(await management.rotate?.(ada, key.id, { overlapSeconds: 60 }, once))
    expect(rotated.key.scopes).toEqual(['orders:read'])
    expect(unkey.state.rows.get(rotated.key.id)?.permissions).toEqual(['orders:read'])
  })
})

describe('A scope that a key at Unkey has by a role', () => {
  const both = ['orders:read', 'orders:write']

  /** A key that may read by itself, and write by its role. */
  async function issueWithRole({ issue, unkey }: Bench) {
    const { key, secret } = await issue({ name: 'ci', scopes: ['orders:read'] })
    const row = unkey.state.rows.get(key.id)
    if (!row) throw new Error('the key is there')
    row.roles = [{ name: 'writer', permissions: ['orders:write'] }]
    return { key, secret, row }
  }

  it('is gone where it is taken away, with the role; the others stay', async () => {
    const opened = await bench()
    const { management, present } = opened
    const { key, secret, row } = await issueWithRole(opened)
    const { version, scopes } = requireValue(await management.get?.(ada, key.id)).key
    expect(scopes).toEqual(both)
    const input = { scopes: ['orders:read'] }
    const changed = requireValue(await management.update?.(ada, key.id, input, version))
    expect(changed.key.scopes).toEqual(['orders:read'])
    expect(row).toMatchObject({ permissions: ['orders:read'], roles: [] })
    expect(await present(secret, { requiredScopes: ['orders:write'] })).toMatchObject({ ok: false })
  })

  it('stays with its role where nothing is taken away', async () => {
    const opened = await bench()
    const { management } = opened
    const { key, row } = await issueWithRole(opened)
    const { version } = requireValue(await management.get?.(ada, key.id)).key
    requireValue(await management.update?.(ada, key.id, { name: 'other' }, version))
    const rotated = requireValue(await management.rotate?.(ada, key.id, { overlapSeconds: 60 }, once))
    expect(rotated.key.scopes).toEqual(both)
    expect([row, opened.unkey.state.rows.get(rotated.key.id)].map((each) => each?.roles)).toMatchObject([
      [{ name: 'writer' }],
      [{ name: 'writer' }],
    ])
  })

  it('is not handed to a successor by whoever may not grant it', async () => {
    const grants: { scopes: readonly string[] } = { scopes: both }
    const opened = await bench({ authorize: () => grants })
    const { management, present } = opened
    const { key } = await issueWithRole(opened)
    grants.scopes = ['orders:read']
    const rotated = requireValue(await management.rotate?.(ada, key.id, { overlapSeconds: 60 }, once))
    expect(rotated.key.scopes).toEqual(['orders:read'])
    const requiredScopes = ['orders:write']
    expect(await present(rotated.secret ?? '', { requiredScopes })).toMatchObject({
      code: 'insufficient_scope',
    })
  })
})

describe('The settings', () => {
  const options = { rootKey: 'r', apiId: 'api_1', session: () => null }

  it.each(['http://api.unkey.com', 'ftp://api.unkey.com', 'api.unkey.com'])(
    'refuse the address %s',
    (baseUrl) => {
      expect(() => unkeyKeys({ ...options, baseUrl })).toThrow('is no https address')
    },
  )

  it('refuse a scope that Unkey cannot hold', () => {
    const scopes = [{ name: 'orders/read', description: 'x' }]
    expect(() => unkeyKeys({ ...options, scopes })).toThrow('cannot be a permission')
  })

  it('refuse a prefix that a rotation would change', () => {
    expect(() => unkeyKeys({ ...options, prefix: 'acme_live' })).toThrow('cannot begin a key')
  })
})
