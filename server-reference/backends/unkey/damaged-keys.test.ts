import { afterEach, describe, expect, it } from 'vitest'
import { ada, once, openUnkey, requireValue } from './unkey-bench.conformance.js'

type Bench = Awaited<ReturnType<typeof openUnkey>>
const open: Bench[] = []
afterEach(async () => {
  for (const { unkey } of open.splice(0)) await unkey.close()
})

const listQuery = { sort: 'name', limit: 25 } as const

/** A key that works from one network alone, and what became of `meta.latchkey` at Unkey. */
async function damage(latchkey: unknown) {
  const bench = await openUnkey()
  open.push(bench)
  const { key, secret } = await bench.issue({
    name: 'ci',
    scopes: ['orders:read'],
    ipAllowlist: ['192.0.2.0/24'],
    rateLimit: { limit: 2, windowSeconds: 60 },
  })
  const row = bench.unkey.state.rows.get(key.id)
  if (!row) throw new Error('the key is there')
  row.meta = { plan: 'pro', latchkey }
  return { ...bench, key, secret, row }
}

const ways: [string, unknown][] = [
  ['is a text', 'all'],
  ['is null', null],
  ['is a list', []],
  ['has address ranges that are none', { ipAllowlist: 'all' }],
  ['has an address range that is none', { ipAllowlist: ['192.0.2.0/24', 7] }],
  ['has a revocation at no time', { revokedAt: true }],
  ['has a revocation at a time that cannot be read', { revokedAt: 'yesterday' }],
  ['has an end that cannot be read', { expiresAt: 'never' }],
]

describe.each(ways)('A key at Unkey whose meta.latchkey %s', (_, latchkey) => {
  it('opens nothing, from wherever it comes, and is reported', async () => {
    const { present, secret, errors } = await damage(latchkey)
    for (const address of ['192.0.2.7', '198.51.100.7']) {
      expect(await present(secret, { address })).toEqual({ ok: false, code: 'key_disabled' })
    }
    expect(String(errors[0])).toContain('meta.latchkey')
    expect(String(errors)).not.toContain(secret)
  })

  it('is shown among the others as one that opens nothing, with what Unkey itself keeps', async () => {
    const { management, issue, key } = await damage(latchkey)
    await issue({ name: 'deploy' })
    const { keys, counts } = requireValue(await management.list(ada, listQuery))
    expect(keys.map(({ name }) => name)).toEqual(['ci', 'deploy'])
    expect(keys[0]).toMatchObject({
      id: key.id,
      scopes: ['orders:read'],
      rateLimit: { limit: 2, windowSeconds: 60 },
      disabledAt: expect.any(String),
      revokedAt: null,
    })
    expect(counts).toMatchObject({ disabled: 1, active: 1 })
  })

  it('can be revoked, once and for all', async () => {
    const { management, present, secret, row, key } = await damage(latchkey)
    const revoked = requireValue(await management.revoke?.(ada, key.id, { reason: 'damaged' }))
    expect(revoked.key).toMatchObject({ revokedReason: 'damaged', revokedAt: expect.any(String) })
    expect(row).toMatchObject({ enabled: false, meta: { plan: 'pro' } })
    Object.assign(row, { enabled: true, expires: null })
    expect(await present(secret, { address: '192.0.2.7' })).toEqual({ ok: false, code: 'key_revoked' })
  })

  it('is neither changed nor replaced: what it was bound to would be gone', async () => {
    const { management, key, row } = await damage(latchkey)
    const before = structuredClone(row)
    const { version } = requireValue(await management.get?.(ada, key.id)).key
    expect(await management.update?.(ada, key.id, { enabled: true }, version)).toEqual({
      ok: false,
      code: 'key_not_updatable',
    })
    expect(await management.rotate?.(ada, key.id, { overlapSeconds: 60 }, once)).toEqual({
      ok: false,
      code: 'key_not_rotatable',
    })
    expect(row).toEqual(before)
  })
})

describe('A key at Unkey of which only what decides nothing cannot be read', () => {
  it('works as before, without it', async () => {
    const { management, present, secret, errors } = await damage({
      ipAllowlist: ['192.0.2.0/24'],
      description: 7,
      createdBy: 'ada',
      revokedReason: {},
      request: [],
    })
    expect(await present(secret, { address: '192.0.2.7' })).toMatchObject({ ok: true })
    expect(await present(secret, { address: '198.51.100.7' })).toMatchObject({ code: 'ip_not_allowed' })
    const { keys } = requireValue(await management.list(ada, listQuery))
    expect(keys).toMatchObject([{ description: null, createdBy: null, disabledAt: null }])
    expect(errors).toEqual([])
  })
})
