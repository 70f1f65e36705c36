import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeConcurrency } from '../conformance/concurrency.conformance.js'
import { inTurns } from '../conformance/in-turns.conformance.js'
import { type RemoteProcess, startProcess } from '../conformance/remote-store.conformance.js'
import {
  at,
  consumerId,
  insertAll,
  insertionOf,
  refOf,
  revocationOf,
  sampleKey,
  updateOf,
} from '../conformance/sample.conformance.js'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'

const database = newTestDatabase()
let other: RemoteProcess

beforeAll(() => {
  other = startProcess()
})
afterAll(() => other.kill())

const openHere = (url: string) => postgresStore({ url, timeoutMs: 5_000 })

describe('PostgreSQL store that two processes share', () => {
  describeConcurrency(async () => {
    const url = await database.newUrl()
    return { store: inTurns([openHere(url), other.store(url)]) }
  })

  it('sees what the other process changed at the next read (VF-6)', async () => {
    const url = await database.newUrl()
    const [here, there] = [openHere(url), other.store(url)]
    const key = sampleKey()
    await insertAll(here, key)
    expect(await there.findForVerification(key.id)).toMatchObject({ revoked: false, disabled: false })
    await here.update(updateOf(key, { enabled: false }))
    expect(await there.findForVerification(key.id)).toHaveProperty('disabled', true)
    await there.suspendConsumer(consumerId, at(0))
    expect(await here.findForVerification(key.id)).toHaveProperty('consumerSuspended', true)
    await there.revoke(revocationOf(key))
    expect(await here.findForVerification(key.id)).toHaveProperty('revoked', true)
    await Promise.all([here.close(), there.close()])
  })

  it('is migrated once when several start on a new database together (fault 35)', async () => {
    for (let round = 0; round < 5; round += 1) {
      const url = await database.newUrl()
      const stores = [openHere(url), other.store(url), openHere(url)]
      const keys = stores.map(() => sampleKey())
      const outcomes = await Promise.all(
        stores.map(async (store, index) => store.insert(insertionOf(keys[index] ?? sampleKey()))),
      )
      expect(outcomes).toEqual(stores.map(() => ({ ok: true })))
      for (const key of keys) expect(await stores[0]?.get(refOf(key))).not.toBeNull()
      await Promise.all(stores.map((store) => store.close()))
      expect(await database.run(url, 'SELECT count(*)::int AS count FROM latchkey_schema')).toEqual([
        { count: 1 },
      ])
    }
  })
})
