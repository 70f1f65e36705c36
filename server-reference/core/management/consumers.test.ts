import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { ada, createTestBench, expectValue } from '../test-bench.conformance.js'

const bench = (store = memoryStore()) =>
  createTestBench({ store, policy: { maxKeys: null }, limits: { limiter: memoryRateLimits() } })

describe('a consumer as a whole (VF-16)', () => {
  it('is suspended, with all of its keys, until it is resumed', async () => {
    const { latchkey, issue, present } = bench()
    const keys = [await issue({ name: 'one' }), await issue({ name: 'other' })]
    await latchkey.consumers.suspend('ada')
    for (const { secret } of keys) {
      expect(await present(secret)).toMatchObject({ ok: false, code: 'consumer_suspended' })
    }
    await latchkey.consumers.resume('ada')
    for (const { secret } of keys) expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('is suspended and resumed in the log of each of its keys, with who did it and why', async () => {
    const { latchkey, issue } = bench()
    const { key } = await issue()
    await latchkey.consumers.suspend('ada', { actor: { id: 'support' }, reason: 'unpaid' })
    await latchkey.consumers.resume('ada')
    const { events } = expectValue(await latchkey.management.activity(ada, key.id, { limit: 9 }))
    expect(events).toMatchObject([
      { type: 'consumer_resumed', keyId: null, actor: null, reason: null },
      { type: 'consumer_suspended', keyId: null, actor: { id: 'support' }, reason: 'unpaid' },
      { type: 'created', keyId: key.id },
    ])
  })

  it('is suspended also for keys that are made meanwhile, and for no other consumer', async () => {
    const { latchkey, issue, present } = bench()
    await latchkey.consumers.suspend('ada')
    await latchkey.consumers.suspend('somebody else')
    const { secret } = await issue()
    expect(await present(secret)).toMatchObject({ code: 'consumer_suspended' })
    await latchkey.consumers.resume('ada')
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('is removed: each of its keys is revoked for good, and the log says why', async () => {
    const { latchkey, issue, present } = bench()
    const first = await issue({ name: 'first' })
    for (let count = 0; count < 205; count += 1) await issue({ name: `key ${count}` })
    const last = await issue({ name: 'last' })
    await latchkey.consumers.remove('ada', { actor: { id: 'support' } })
    await latchkey.consumers.resume('ada')
    for (const { secret } of [first, last]) {
      expect(await present(secret)).toMatchObject({ code: 'key_revoked' })
    }
    const { counts } = expectValue(await latchkey.management.list(ada, { sort: '-createdAt', limit: 1 }))
    expect(counts).toMatchObject({ active: 0, revoked: 207 })
    const { events } = expectValue(await latchkey.management.activity(ada, last.key.id, { limit: 2 }))
    expect(events[1]).toMatchObject({ type: 'revoked', reason: 'consumer removed', actor: { id: 'support' } })
  })

  it('is refused at once, even where the store fails in the middle of its removal, which can be repeated', async () => {
    const store = memoryStore()
    let isDown = true
    const { latchkey, issue, present } = bench({
      ...store,
      revoke: async (revocation) => {
        if (isDown) throw new Error('down')
        return store.revoke(revocation)
      },
    })
    const { secret } = await issue()
    await expect(latchkey.consumers.remove('ada')).rejects.toThrow('a dependency failed')
    expect(await present(secret)).toMatchObject({ code: 'consumer_suspended' })
    isDown = false
    await latchkey.consumers.remove('ada')
    expect(await present(secret)).toMatchObject({ code: 'key_revoked' })
  })
})
