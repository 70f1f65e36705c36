import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { LatchkeyOptions } from '../latchkey-options.js'
import { ada, createTestBench, expectValue, withoutIdempotency } from '../test-bench.conformance.js'
import type { LatchkeyEvent } from './latchkey-event.js'

const dayMs = 24 * 60 * 60 * 1000
const settled = () => new Promise((resolve) => setTimeout(resolve))

function bench(options: Partial<LatchkeyOptions> = {}) {
  const events: LatchkeyEvent[] = []
  const made = createTestBench({
    store: memoryStore(),
    onEvent: (event) => void events.push(event),
    ...options,
    limits: { limiter: memoryRateLimits() },
  })
  const types = async () => {
    await settled()
    return events.splice(0).map(({ type }) => type)
  }
  return { ...made, events, types }
}

describe('whoever answers for keys is told (OP-11)', () => {
  it('of each change once it is stored, with who made it', async () => {
    const { latchkey, issue, events, types } = bench()
    const { management } = latchkey
    const { key } = await issue()
    await settled()
    const about = { keyId: key.id, consumerId: 'ada', at: '2026-11-23T12:00:00.000Z' }
    expect(events.splice(0)).toEqual([
      { ...about, type: 'created', actor: { id: 'ada', name: 'Ada' }, reason: null, changes: [] },
    ])
    await management.update(ada, key.id, { description: 'CI' }, 1)
    await settled()
    expect(events.splice(0)).toMatchObject([{ type: 'updated', changes: ['description'] }])
    await management.bulk(ada, { action: 'disable', ids: [key.id] })
    await management.bulk(ada, { action: 'enable', ids: [key.id] })
    await management.rotate(ada, key.id, { overlapSeconds: 60 }, withoutIdempotency)
    await management.revoke(ada, key.id, { reason: 'lost' })
    expect(await types()).toEqual(['disabled', 'enabled', 'rotated', 'revoked'])
  })

  it('of a consumer that was suspended, and let in again, with who did it', async () => {
    const { latchkey, events } = bench()
    const about = { at: '2026-11-23T12:00:00.000Z', keyId: null, consumerId: 'ada' }
    const actor = { id: 'eve', name: 'Eve' }
    await latchkey.consumers.suspend('ada', { actor, reason: 'unpaid' })
    await latchkey.consumers.resume('ada')
    await settled()
    expect(events).toEqual([
      { ...about, type: 'consumer_suspended', actor, reason: 'unpaid' },
      { ...about, type: 'consumer_resumed', actor: null, reason: null },
    ])
  })

  it('of nothing that changed nothing', async () => {
    const { latchkey, issue, clock, types } = bench()
    const { key } = await issue()
    await latchkey.management.revoke(ada, key.id, {})
    await types()
    clock.now += 1_000
    await latchkey.management.revoke(ada, key.id, {})
    await latchkey.management.bulk(ada, { action: 'revoke', ids: [key.id] })
    await latchkey.management.update(ada, key.id, { description: 'late' }, 2)
    expect(await types()).toEqual([])
  })

  it('once of a request that is repeated', async () => {
    const { latchkey, types } = bench()
    const once = { idempotencyKey: 'one' }
    for (const _ of [1, 2]) expectValue(await latchkey.management.create(ada, { name: 'ci' }, once))
    expect(await types()).toEqual(['created'])
  })

  it('of the first use from a network, and never with the address itself', async () => {
    const { latchkey, issue, present, events, types } = bench()
    const { secret } = await issue()
    await types()
    const uses = ['192.0.2.1', '192.0.2.200', '198.51.100.1', '2001:db8:1:2::3', '2001:db8:1:ffff::1', null]
    for (const address of uses) {
      await present(secret, { address })
      await latchkey.flush()
    }
    await present(secret, { address: '203.0.113.5', charge: false })
    await present(`${secret.slice(0, -1)}!`, { address: '203.0.113.6' })
    await latchkey.flush()
    await settled()
    expect(events.map((event) => event.type === 'new_network' && event.network)).toEqual([
      '192.0.2.0/24',
      '198.51.100.0/24',
      '2001:db8:1::/48',
    ])
  })

  it('of a new network also when the store was away at first', async () => {
    const store = memoryStore()
    let isDown = true
    const { latchkey, issue, present, types, errors } = bench({
      store: {
        ...store,
        claimNotices: async (notices, now) => {
          if (isDown) throw new Error('down')
          return store.claimNotices(notices, now)
        },
      },
    })
    const { secret } = await issue()
    await present(secret)
    await latchkey.flush()
    expect(await types()).toEqual(['created'])
    expect(errors).toHaveLength(1)
    isDown = false
    await latchkey.flush()
    expect(await types()).toEqual(['new_network'])
  })

  it('by one of several processes of a key that ends soon or lies unused, and once', async () => {
    const store = memoryStore()
    const [here, there] = [bench({ store }), bench({ store })]
    await here.issue({ name: 'ends', expiresAt: '2026-11-29T12:00:00.000Z' })
    const { secret } = await here.issue({ name: 'used', expiresAt: '2027-11-01T12:00:00.000Z' })
    await here.issue({ name: 'idle', expiresAt: '2027-11-01T12:00:00.000Z' })
    await here.types()
    const swept = await Promise.all([here.latchkey.sweep(), there.latchkey.sweep()])
    expect(swept.flat()).toMatchObject([
      { type: 'expiring', name: 'ends', endsAt: '2026-11-29T12:00:00.000Z' },
    ])
    expect([...(await here.types()), ...(await there.types())]).toEqual(['expiring'])

    here.clock.now += 60 * dayMs
    await here.present(secret)
    await here.latchkey.flush()
    here.clock.now += 31 * dayMs
    expect(await here.latchkey.sweep()).toMatchObject([{ type: 'stale', name: 'idle', lastUsedAt: null }])
    expect(await here.latchkey.sweep()).toEqual([])
    here.clock.now += 60 * dayMs
    expect(await here.latchkey.sweep()).toMatchObject([{ type: 'stale', name: 'used' }])
  })

  it('of no use that is older than it need be: usage is kept for as long as it was said', async () => {
    const { latchkey, issue, present, clock } = bench({ usage: { keepDays: 3 } })
    const { key, secret } = await issue({ name: 'ci', expiresAt: '2027-11-01T12:00:00.000Z' })
    for (let days = 0; days < 5; days += 1) {
      await present(secret)
      await latchkey.flush()
      if (days < 4) clock.now += dayMs
    }
    const daysOf = async () => {
      const { series } = expectValue(await latchkey.management.usage(ada, { ids: [key.id], days: 90 }))
      return series[key.id]?.map(({ day }) => day)
    }
    expect(await daysOf()).toHaveLength(5)
    expect(await latchkey.sweep()).toEqual([])
    expect(await daysOf()).toEqual(['2026-11-25', '2026-11-26', '2026-11-27'])
  })

  it('of each of many keys, also where the listener takes its time', async () => {
    const ended = new Set<string>()
    const { issue, latchkey } = bench({
      policy: { maxKeys: null },
      async onEvent({ type, keyId }) {
        await settled()
        if (type === 'expiring') ended.add(keyId)
      },
    })
    for (let count = 0; count < 1_201; count += 1) {
      await issue({ name: `key ${count}`, expiresAt: '2026-11-24T12:00:00.000Z' })
    }
    expect(await latchkey.sweep()).toHaveLength(1_201)
    await settled()
    await settled()
    expect(ended.size).toBe(1_201)
    expect(await latchkey.sweep()).toHaveLength(0)
  })

  it('of each of many networks that came at once', async () => {
    const { issue, latchkey, present, events } = bench()
    const { secret } = await issue()
    await settled()
    events.splice(0)
    for (let count = 0; count < 250; count += 1) await present(secret, { address: `10.0.${count}.1` })
    for (let count = 0; count < 3; count += 1) {
      await latchkey.flush()
      await settled()
    }
    expect(events).toHaveLength(250)
    expect(latchkey.measure().events.dropped).toBe(0)
  })
})

describe('a listener that fails (fault 32)', () => {
  const throws = () => {
    throw new Error('mail is down')
  }
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it.each([
    ['throws', throws],
    ['rejects', async () => throws()],
    ['hangs', () => new Promise<void>(() => {})],
  ])('%s: the answer is the same, the log is written, and the failure is counted', async (_, onEvent) => {
    const { latchkey, issue, present, errors } = bench({ onEvent })
    const { key, secret } = await issue()
    expect(await present(secret, { charge: false })).toMatchObject({ ok: true })
    expect(expectValue(await latchkey.management.revoke(ada, key.id, {})).key.revokedAt).not.toBeNull()
    const { events } = expectValue(await latchkey.management.activity(ada, key.id, { limit: 10 }))
    expect(events.map(({ type }) => type)).toEqual(['revoked', 'created'])
    await vi.advanceTimersByTimeAsync(5_001)
    expect(latchkey.measure().events).toEqual({ told: 0, failed: 2, dropped: 0 })
    expect(errors).toHaveLength(2)
  })

  it('hangs for ever: what waits for it is bounded', async () => {
    const { latchkey, issue } = bench({
      onEvent: () => new Promise<void>(() => {}),
      policy: { maxKeys: null },
    })
    for (let count = 0; count < 150; count += 1) await issue({ name: `key ${count}` })
    expect(latchkey.measure().events).toEqual({ told: 0, failed: 0, dropped: 50 })
    await vi.advanceTimersByTimeAsync(5_001)
    expect(latchkey.measure().events).toEqual({ told: 0, failed: 100, dropped: 50 })
  })

  it('hangs for ever: a sweep still tells of each key, and claims none that it does not tell of', async () => {
    const told = new Set<string>()
    const store = memoryStore()
    let claimed = 0
    const { latchkey, issue } = bench({
      store: {
        ...store,
        async claimNotices(notices, now) {
          const mine = await store.claimNotices(notices, now)
          claimed += mine.length
          return mine
        },
      },
      onEvent({ type, keyId }) {
        if (type === 'expiring') told.add(keyId)
        return new Promise<void>(() => {})
      },
      policy: { maxKeys: null },
    })
    for (let count = 0; count < 300; count += 1) {
      await issue({ name: `key ${count}`, expiresAt: '2026-11-24T12:00:00.000Z' })
    }
    await vi.advanceTimersByTimeAsync(5_000)
    const swept = latchkey.sweep()
    await vi.advanceTimersByTimeAsync(1)
    expect(told.size).toBe(100)
    expect(claimed).toBe(101)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(await swept).toHaveLength(300)
    expect(told.size).toBe(300)
  })
})
