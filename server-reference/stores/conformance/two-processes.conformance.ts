import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ApiKeyStore } from '../../core/api-key-store.js'
import { describeConcurrency } from './concurrency.conformance.js'
import { inTurns } from './in-turns.conformance.js'
import { type RemoteProcess, startProcess } from './remote-store.conformance.js'
import {
  at,
  consumerId,
  insertAll,
  insertionOf,
  refOf,
  revocationOf,
  sampleKey,
  suspensionOf,
  updateOf,
} from './sample.conformance.js'

export interface SharedStore {
  /** A place for keys that nobody has used: a file, or a database's address. */
  newPlace(): string | Promise<string>
  /** Opens it in this process. */
  open(place: string): ApiKeyStore
  /** How many rows say which version the schema has. */
  countVersions(place: string): number | Promise<number>
  /** How often a start of several at once is tried. */
  startRounds: number
}

/** What a store promises to two processes that share what it holds. */
export function describeTwoProcesses({ newPlace, open, countVersions, startRounds }: SharedStore): void {
  let other: RemoteProcess

  beforeAll(() => {
    other = startProcess()
  })
  afterAll(() => other.kill())

  describeConcurrency(async () => {
    const place = await newPlace()
    return { store: inTurns([open(place), other.store(place)]) }
  })

  it('sees what the other process changed at the next read (VF-6, fault 21)', async () => {
    const place = await newPlace()
    const [here, there] = [open(place), other.store(place)]
    const key = sampleKey()
    await insertAll(here, key)
    expect(await there.findForVerification(key.id)).toMatchObject({ revoked: false, disabled: false })
    await here.update(updateOf(key, { enabled: false }))
    expect(await there.findForVerification(key.id)).toHaveProperty('disabled', true)
    await there.suspendConsumer(...suspensionOf(consumerId, at(0)))
    expect(await here.findForVerification(key.id)).toHaveProperty('consumerSuspended', true)
    await there.revoke(revocationOf(key))
    expect(await here.findForVerification(key.id)).toHaveProperty('revoked', true)
    await Promise.all([here.close(), there.close()])
  })

  it('is migrated once when several start on a new one together (fault 35)', async () => {
    for (let round = 0; round < startRounds; round += 1) {
      const place = await newPlace()
      const stores = [open(place), other.store(place), open(place)]
      const keys = stores.map(() => sampleKey())
      const outcomes = await Promise.all(
        stores.map(async (store, index) => store.insert(insertionOf(keys[index] ?? sampleKey()))),
      )
      expect(outcomes).toEqual(stores.map(() => ({ ok: true })))
      for (const key of keys) expect(await stores[0]?.get(refOf(key))).not.toBeNull()
      await Promise.all(stores.map((store) => store.close()))
      expect(await countVersions(place)).toBe(1)
    }
  })
}
