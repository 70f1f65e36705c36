import { expect, it } from 'vitest'
import {
  activityOf,
  insertAll,
  revocationOf,
  rotationOf,
  sampleKey,
  suspensionOf,
} from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()

it('A change whose audit row cannot be written is not made (ST-10)', async () => {
  const store = sqliteStore({ path: newPath() })
  const key = sampleKey()
  await insertAll(store, key)
  // Longer than the column's CHECK lets through; no caller of the port can do that by its types.
  const broken = { ...revocationOf(key).event, type: JSON.parse(`"${'x'.repeat(40)}"`) }
  await expect(store.revoke(revocationOf(key, { event: broken }))).rejects.toThrow()
  await expect(store.rotate(rotationOf(key, { event: broken }))).rejects.toThrow()
  const [consumerId, at, event] = suspensionOf(key.consumerId, key.createdAt)
  await expect(store.suspendConsumer(consumerId, at, { ...event, type: broken.type })).rejects.toThrow()
  expect(await store.findForVerification(key.id)).toMatchObject({
    revoked: false,
    endsAtMs: null,
    consumerSuspended: false,
  })
  expect(await activityOf(store, key)).toHaveLength(1)
  expect(await store.revoke(revocationOf(key))).not.toBeNull()
  expect(await activityOf(store, key)).toHaveLength(2)
  await store.close()
})
