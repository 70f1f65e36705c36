import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { ada, createTestBench, expectValue } from '../test-bench.conformance.js'

const bench = () =>
  createTestBench({
    store: memoryStore(),
    policy: { maxKeys: null },
    limits: { limiter: memoryRateLimits() },
    peppers: [{ id: 'a', secret: '0123456789abcdef'.repeat(4) }],
  })

describe('Whoever runs the server revokes keys (OP-6)', () => {
  it('by a pasted key, and leaves others alone', async () => {
    const { issue, present, latchkey } = bench()
    const [one, other] = [await issue({ name: 'one' }), await issue({ name: 'other' })]
    expect(await latchkey.revokeKeys({ secret: one.secret })).toEqual([one.key.id])
    expect(await present(one.secret)).toMatchObject({ code: 'key_revoked' })
    expect(await present(other.secret)).toMatchObject({ ok: true })
  })

  it('by id, with who did it and why in the log, and once', async () => {
    const { issue, latchkey, clock } = bench()
    const { key } = await issue()
    const by = { actor: { id: 'operator' }, reason: 'leaked' }
    expect(await latchkey.revokeKeys({ id: key.id }, by)).toEqual([key.id])
    clock.now += 1
    expect(await latchkey.revokeKeys({ id: key.id }, by)).toEqual([])
    const { events } = expectValue(await latchkey.management.activity(ada, key.id, { limit: 9 }))
    expect(events).toMatchObject([{ type: 'revoked', ...by }, { type: 'created' }])
  })

  it('and keeps no key that stands in the reason (ST-1)', async () => {
    const { issue, latchkey } = bench()
    const { key, secret } = await issue()
    await latchkey.revokeKeys({ id: key.id }, { reason: `found ${secret} in a log` })
    const found = expectValue(await latchkey.management.get(ada, key.id))
    expect(found.key.revokedReason).toBe('found [API key] in a log')
  })

  it('by consumer, by age, and all', async () => {
    const { issue, latchkey, clock } = bench()
    const old: string[] = []
    for (let count = 0; count < 130; count += 1) old.push((await issue({ name: `old ${count}` })).key.id)
    clock.now += 60_000
    const createdBefore = new Date(clock.now).toISOString()
    const { key } = await issue({ name: 'new' })
    expect(await latchkey.revokeKeys({ consumerId: 'eve' })).toEqual([])
    expect((await latchkey.revokeKeys({ consumerId: 'ada', createdBefore })).toSorted()).toEqual(
      old.toSorted(),
    )
    expect(await latchkey.revokeKeys({ createdBefore })).toEqual([])
    expect(await latchkey.revokeKeys({ all: true })).toEqual([key.id])
  })

  it('says beforehand which it would be, and of each when it is done', async () => {
    const { issue, present, latchkey } = bench()
    const [one, other] = [await issue({ name: 'one' }), await issue({ name: 'other' })]
    await latchkey.revokeKeys({ id: other.key.id })
    expect(await latchkey.revokeKeys({ all: true }, { dryRun: true })).toEqual([one.key.id])
    expect(await latchkey.revokeKeys({ id: other.key.id }, { dryRun: true })).toEqual([])
    expect(await latchkey.revokeKeys({ secret: one.secret }, { dryRun: true })).toEqual([one.key.id])
    expect(await present(one.secret)).toMatchObject({ ok: true })
    const told: string[] = []
    await latchkey.revokeKeys({ all: true }, { onKey: (id) => told.push(id) })
    expect(told).toEqual([one.key.id])
  })

  it('never all by mistake', async () => {
    const { issue, latchkey } = bench()
    await issue()
    await expect(latchkey.revokeKeys({ createdBefore: 'yesterday' })).rejects.toThrow('no instant')
    expect(await latchkey.revokeKeys({ id: '' })).toEqual([])
    expect(await latchkey.revokeKeys({ secret: '' })).toEqual([])
  })
})
