import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { Confirm } from '../latchkey-options.js'
import { ada, createTestBench, expectValue, withoutIdempotency } from '../test-bench.conformance.js'

const refused = { ok: false, code: 'reauthentication_required' }

function bench() {
  const asked: Parameters<Confirm>[0][] = []
  const answer: { is: unknown } = { is: true }
  const made = createTestBench({
    store: memoryStore(),
    limits: { limiter: memoryRateLimits() },
    confirm: (question) => {
      asked.push(question)
      return answer.is === true
    },
  })
  return { ...made, asked, answer }
}

describe('A person who has to show that it is them (MG-15)', () => {
  it('is asked before a key is created, rotated or lets in more, and nothing is changed without', async () => {
    const { latchkey, issue, asked, answer } = bench()
    const { management } = latchkey
    const { key } = await issue({ name: 'ci', scopes: ['orders:read'], ipAllowlist: ['192.0.2.0/24'] })
    answer.is = false
    expect(await management.create(ada, { name: 'other' }, withoutIdempotency)).toEqual(refused)
    expect(await management.rotate(ada, key.id, { overlapSeconds: 0 }, withoutIdempotency)).toEqual(refused)
    for (const wider of [
      { scopes: ['orders:read', 'billing'] },
      { ipAllowlist: [] },
      { ipAllowlist: ['192.0.2.0/24', '198.51.100.0/24'] },
      { rateLimit: { limit: 1, windowSeconds: 1 } },
      { expiresAt: '2027-11-01T12:00:00.000Z' },
    ]) {
      expect(await management.update(ada, key.id, wider, 1)).toEqual(refused)
    }
    expect(asked.map(({ action }) => action)).toEqual([
      'create',
      'create',
      'rotate',
      ...Array.from({ length: 5 }, () => 'widen'),
    ])
    expect(asked[0]).toMatchObject({ user: { id: 'ada' }, consumerId: 'ada' })
    const { keys } = expectValue(await management.list(ada, { sort: 'name', limit: 9 }))
    expect(keys).toEqual([key])
  })

  it('is asked before a replaced key works for longer, and not before it ends sooner', async () => {
    const { latchkey, issue, asked, answer } = bench()
    const { management } = latchkey
    const { key } = await issue({ name: 'ci' })
    expectValue(await management.rotate(ada, key.id, { overlapSeconds: 3600 }, withoutIdempotency))
    answer.is = false
    asked.splice(0)
    const longer = { overlapEndsAt: '2026-11-23T14:00:00.000Z' }
    expect(await management.update(ada, key.id, longer, 2)).toEqual(refused)
    expect(asked).toMatchObject([{ action: 'widen' }])
    expectValue(await management.update(ada, key.id, { overlapEndsAt: '2026-11-23T12:30:00.000Z' }, 2))
    expect(asked).toHaveLength(1)
  })

  it('narrows, renames, disables and revokes without being asked', async () => {
    const { latchkey, issue, asked, answer } = bench()
    const { management } = latchkey
    const { key } = await issue({ name: 'ci', scopes: ['orders:read'] })
    answer.is = false
    asked.splice(0)
    const narrower = { name: 'ci 2', scopes: [], ipAllowlist: ['192.0.2.1/32'], enabled: false }
    expectValue(await management.update(ada, key.id, narrower, 1))
    expectValue(await management.update(ada, key.id, { expiresAt: '2026-11-24T12:00:00.000Z' }, 2))
    expectValue(await management.revoke(ada, key.id, {}))
    expect(asked).toEqual([])
  })

  it('is asked for a repeated request as for any other, which makes no second key all the same', async () => {
    const { latchkey, asked, answer } = bench()
    const once = { idempotencyKey: 'one' }
    const create = () => latchkey.management.create(ada, { name: 'ci' }, once)
    answer.is = false
    expect(await create()).toEqual(refused)
    answer.is = true
    const { key } = expectValue(await create())
    expect(expectValue(await create())).toMatchObject({ key: { id: key.id }, secret: null })
    expect(asked).toHaveLength(3)
  })

  it('is not taken for somebody who has where the app cannot tell', async () => {
    const { latchkey } = createTestBench({
      store: memoryStore(),
      limits: { limiter: memoryRateLimits() },
      confirm: async () => {
        throw new Error('down')
      },
    })
    expect(await latchkey.management.create(ada, { name: 'ci' }, withoutIdempotency)).toMatchObject({
      code: 'store_unavailable',
    })
  })
})
