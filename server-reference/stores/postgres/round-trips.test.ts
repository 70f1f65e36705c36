import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiKeyStore } from '../../core/api-key-store.js'
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
const idempotency = { scope: 'ada create', idempotencyKey: 'one', fingerprint: 'f' }

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

  async function count(work: () => Promise<unknown>): Promise<number> {
    const before = relay.roundTrips()
    await work()
    return relay.roundTrips() - before
  }

  it('are five for a new key: begin, take a turn, look, write, commit', async () => {
    const insertion = insertionOf(sampleKey(), { maxKeys: 100, idempotency })
    expect(await count(() => store.insert(insertion))).toBeLessThanOrEqual(5)
  })

  it('are six for a rotation', async () => {
    const key = sampleKey()
    await insertAll(store, key)
    const rotation = rotationOf(key, { idempotency: { ...idempotency, idempotencyKey: 'two' } })
    expect(await count(() => store.rotate(rotation))).toBeLessThanOrEqual(6)
  })

  it('are five for an update and for a revocation, two for a list, and one for a verification', async () => {
    const key = sampleKey()
    await insertAll(store, key)
    expect(await count(() => store.update(updateOf(key, { description: 'new' })))).toBeLessThanOrEqual(5)
    expect(await count(() => store.revoke(revocationOf(key)))).toBeLessThanOrEqual(5)
    expect(await count(() => listOrThrow(store))).toBeLessThanOrEqual(2)
    expect(await count(async () => store.findForVerification(key.id))).toBe(1)
  })
})
