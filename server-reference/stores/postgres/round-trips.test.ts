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

  it('are five for a new key: begin, take a turn, look, write, commit', async () => {
    const insert = (key: StoredKey) =>
      store.insert(insertionOf(key, { maxKeys: 100, idempotency: onceFor(key) }))
    expect(await count(insert, { isNew: true })).toBeLessThanOrEqual(5)
  })

  it('are six for a rotation', async () => {
    const rotate = (key: StoredKey) => store.rotate(rotationOf(key, { idempotency: onceFor(key) }))
    expect(await count(rotate)).toBeLessThanOrEqual(6)
  })

  it('are five for an update and for a revocation, two for a list, and one for a verification', async () => {
    expect(await count((key) => store.update(updateOf(key, { description: 'new' })))).toBeLessThanOrEqual(5)
    expect(await count((key) => store.revoke(revocationOf(key)))).toBeLessThanOrEqual(5)
    expect(await count(() => listOrThrow(store))).toBeLessThanOrEqual(2)
    expect(await count((key) => store.findForVerification(key.id))).toBe(1)
  })
})
