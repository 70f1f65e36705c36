import { DatabaseSync } from 'node:sqlite'
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
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()
let other: RemoteProcess

beforeAll(() => {
  other = startProcess()
})
afterAll(() => other.kill())

const openHere = (path: string) => sqliteStore({ path, busyTimeoutMs: 5_000 })

describe('SQLite store that two processes share', () => {
  describeConcurrency(async () => {
    const path = newPath()
    return { store: inTurns([openHere(path), other.store(path)]) }
  })

  it('sees what the other process changed at the next read (VF-6, fault 21)', async () => {
    const path = newPath()
    const [here, there] = [openHere(path), other.store(path)]
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

  it('is migrated once when both start on a new file together (fault 35)', async () => {
    for (let round = 0; round < 10; round += 1) {
      const path = newPath()
      const stores = [openHere(path), other.store(path), openHere(path)]
      const keys = stores.map(() => sampleKey())
      const outcomes = await Promise.all(
        stores.map(async (store, index) => store.insert(insertionOf(keys[index] ?? sampleKey()))),
      )
      expect(outcomes).toEqual(stores.map(() => ({ ok: true })))
      for (const key of keys) expect(await stores[0]?.get(refOf(key))).not.toBeNull()
      await Promise.all(stores.map((store) => store.close()))
      const database = new DatabaseSync(path)
      expect(database.prepare('SELECT count(*) AS count FROM latchkey_schema').get()).toEqual({ count: 1 })
      database.close()
    }
  })
})
