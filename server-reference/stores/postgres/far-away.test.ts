import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ApiKey } from '../../../src/contract/index.js'
import { createLatchkey } from '../../core/create-latchkey.js'
import type { Caller, Latchkey, Outcome } from '../../core/latchkey.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import {
  insertAll,
  insertionOf,
  revocationOf,
  rotationOf,
  sampleKey,
  updateOf,
} from '../conformance/sample.conformance.js'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'
import { startRelay, type TcpRelay } from './tcp-relay.conformance.js'

const database = newTestDatabase()

const ada: Caller = { user: { id: 'ada', sessionId: null }, address: null, userAgent: null }

/** The way and the deadlines are as many times as long, so that what the machine itself takes counts that much less. */
const scale = 4

/** Changes through a network that takes its time, with the deadlines that everybody has. */
describe('A PostgreSQL that is 100 ms away, each way', () => {
  let relay: TcpRelay
  let latchkey: Latchkey
  let keys: ApiKey[]

  beforeEach(async () => {
    const address = new URL(await database.newUrl())
    relay = await startRelay(Number(address.port || 5432))
    address.port = String(relay.port)
    latchkey = createLatchkey({
      store: postgresStore({ url: address.href, timeoutMs: scale * 500 }),
      storeTimeoutMs: scale * 500,
      session: () => null,
      limits: { limiter: memoryRateLimits() },
    })
    keys = []
    // One after the other: of its connections for changes one is open, as with an app that few people use.
    for (const name of names) {
      const created = await latchkey.management.create(ada, { name }, once)
      if (created.ok) keys.push(created.value.key)
    }
    relay.slow(scale * 100)
  })
  afterEach(async () => {
    relay.slow(0)
    await latchkey.close()
    await relay.close()
  })

  const names = ['a', 'b', 'c', 'd', 'e']
  const once = { idempotencyKey: null }
  const changes: Record<string, (key: ApiKey) => Promise<Outcome<unknown>>> = {
    created: ({ name }) => latchkey.management.create(ada, { name: `${name} 2` }, { idempotencyKey: name }),
    updated: ({ id, version }) => latchkey.management.update(ada, id, { description: 'new' }, version),
    rotated: ({ id }) => latchkey.management.rotate(ada, id, { overlapSeconds: 60 }, { idempotencyKey: id }),
    revoked: ({ id }) => latchkey.management.revoke(ada, id, {}),
  }

  it.each(Object.keys(changes))(
    'lets five keys of one consumer be %s at once, each within its deadline (fault 24)',
    // The deadlines are real: a machine that is busy with other things may miss them.
    { retry: 2 },
    async (change) => {
      const outcomes = await Promise.all(keys.map((key) => changes[change]?.(key)))
      expect(outcomes).toEqual(names.map(() => expect.objectContaining({ ok: true })))
    },
  )
})

describe('A change that meets locked keys', () => {
  it('is told so within a second, in turn or behind others, and is not made once they are free (fault 3)', async () => {
    const url = await database.newUrl()
    const store = postgresStore({ url })
    const keys = Array.from({ length: 10 }, () => sampleKey())
    await insertAll(store, ...keys)
    const lock = new pg.Client({ connectionString: url })
    await lock.connect()
    await lock.query('BEGIN; LOCK TABLE latchkey_keys')
    const begun = performance.now()
    const attempts = keys.map(async (key) => {
      const outcome = await store.revoke(revocationOf(key)).catch((error: unknown) => error)
      return { outcome, tookMs: performance.now() - begun }
    })
    for (const { outcome, tookMs } of await Promise.all(attempts)) {
      expect(outcome).toBeInstanceOf(Error)
      expect(tookMs).toBeLessThan(1_000)
    }
    await lock.query('COMMIT')
    await lock.end()
    const [counted] = await database.run(url, 'SELECT count(revoked_at)::int AS revoked FROM latchkey_keys')
    expect(counted).toEqual({ revoked: 0 })
    const [logged] = await database.run(
      url,
      "SELECT count(*)::int AS told FROM latchkey_events WHERE type = 'revoked'",
    )
    expect(logged).toEqual({ told: 0 })
    expect(await store.revoke(revocationOf(keys[0] ?? sampleKey()))).not.toBeNull()
    await store.close()
  })
})

describe('A change that stands still on its way', () => {
  it('is told so within a second, and is not made when it arrives (fault 23)', async () => {
    const url = await database.newUrl()
    const address = new URL(url)
    const relay = await startRelay(Number(address.port || 5432))
    address.port = String(relay.port)
    address.searchParams.set('application_name', 'held_up')
    const store = postgresStore({ url: address.href })
    const keys = [sampleKey(), sampleKey(), sampleKey(), sampleKey()] as const
    // At once, so that each of the changes below has a connection.
    await Promise.all(keys.map((key) => insertAll(store, key)))
    const [first, second, third] = keys
    relay.cut()
    const begun = performance.now()
    const attempts = await Promise.allSettled([
      store.insert(insertionOf(sampleKey())),
      // Without an overlap: the old key would end, and nobody has the new one's secret.
      store.rotate(rotationOf(first, { overlapEndsAt: null })),
      store.update(updateOf(second, { description: 'new' })),
      store.revoke(revocationOf(third)),
    ])
    expect(performance.now() - begun).toBeLessThan(1_000)
    expect(attempts.map(({ status }) => status)).toEqual(Array(4).fill('rejected'))
    relay.heal()
    await store.close()
    const sessions = "SELECT 1 FROM pg_stat_activity WHERE application_name = 'held_up'"
    await vi.waitFor(async () => expect(await database.run(url, sessions)).toEqual([]), 10_000)
    const events = 'SELECT type FROM latchkey_events ORDER BY id'
    expect(await database.run(url, events)).toEqual(Array(4).fill({ type: 'created' }))
    const [counted] = await database.run(url, 'SELECT sum(version)::int AS versions FROM latchkey_keys')
    expect(counted).toEqual({ versions: 4 })
    await relay.close()
  })
})
