import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiKeyStore } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import {
  insertAll,
  insertionOf,
  listOrThrow,
  revocationOf,
  rotationOf,
  sampleKey,
  suspensionOf,
  updateOf,
} from '../conformance/sample.conformance.js'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'
import { startRelay, type TcpRelay } from './tcp-relay.conformance.js'

const database = newTestDatabase()

describe('Round trips to a PostgreSQL that may be far away', () => {
  let relay: TcpRelay
  let store: ApiKeyStore
  beforeAll(async () => {
    const address = new URL(await database.newUrl())
    relay = await startRelay(Number(address.port || 5432))
    address.port = String(relay.port)
    // One connection for writes and one for reads, and nobody who listens: what passes is what was asked for.
    store = postgresStore({ url: address.href, maxConnections: 2, timeoutMs: 10_000 })
    await insertAll(store, sampleKey())
    await store.findForVerification('x')
  })
  afterAll(async () => {
    await store.close()
    await relay.close()
  })

  /**
   * With another key each time. The fewest of three: what the network cuts in two on its way looks like two questions,
   * and says nothing of how many were asked.
   */
  async function count(work: (key: StoredKey) => unknown, { isNew = false } = {}): Promise<number> {
    const counts: number[] = []
    for (const key of [sampleKey(), sampleKey(), sampleKey()]) {
      if (!isNew) await insertAll(store, key)
      const before = relay.roundTrips()
      await work(key)
      counts.push(relay.roundTrips() - before)
    }
    return Math.min(...counts)
  }
  const onceFor = ({ id }: StoredKey) => ({ scope: 'ada', idempotencyKey: id, fingerprint: 'f' })

  it('are one for a change, whichever it is: nobody else waits for its way there and back', async () => {
    const insert = (key: StoredKey) =>
      store.insert(insertionOf(key, { maxKeys: 100, idempotency: onceFor(key) }))
    expect(await count(insert, { isNew: true })).toBe(1)
    const rotate = (key: StoredKey) => store.rotate(rotationOf(key, { idempotency: onceFor(key) }))
    expect(await count(rotate)).toBe(1)
    expect(await count((key) => store.update(updateOf(key, { description: 'new' })))).toBe(1)
    expect(await count((key) => store.revoke(revocationOf(key)))).toBe(1)
    expect(await count((key) => store.suspendConsumer(...suspensionOf(key.consumerId, key.createdAt)))).toBe(
      1,
    )
    expect(await count((key) => store.suspendConsumer(...suspensionOf(key.consumerId, null)))).toBe(1)
  })

  it('are one for a change that is refused', async () => {
    expect(await count((key) => store.insert(insertionOf(sampleKey({ name: key.name }))))).toBe(1)
    expect(await count(() => store.insert(insertionOf(sampleKey(), { maxKeys: 1 })))).toBe(1)
    expect(await count((key) => store.update(updateOf(key, { name: 'new' }, { expectedVersion: 9 })))).toBe(1)
  })

  it('are two for a list, and one for a verification', async () => {
    expect(await count(() => listOrThrow(store))).toBeLessThanOrEqual(2)
    expect(await count((key) => store.findForVerification(key.id))).toBe(1)
  })
})
