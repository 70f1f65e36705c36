import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { ApiKeyStore } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { startProcess } from '../conformance/remote-store.conformance.js'
import {
  at,
  fullKey,
  insertionOf,
  listOrThrow,
  refOf,
  revocationOf,
  rotationOf,
  withoutDigest,
} from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()

/** What the other process has said is done. */
interface Acknowledged {
  created: StoredKey[]
  rotated: { old: StoredKey; successor: StoredKey }[]
  revoked: StoredKey[]
}

/** The same numbers every time, so that a failure can be had again. */
function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

/** Creates, rotates, revokes, over and over, until the process is killed. */
async function work(store: ApiKeyStore, done: Acknowledged, onDone: () => void): Promise<void> {
  for (;;) {
    const key = fullKey({ expiresAt: null })
    await store.insert(insertionOf(key))
    done.created.push(key)
    onDone()
    const rotation = rotationOf(key, { overlapEndsAt: done.created.length % 2 ? at(3600) : null })
    await store.rotate(rotation)
    done.rotated.push({ old: key, successor: rotation.successor })
    onDone()
    if (done.rotated.length % 2) continue
    await store.revoke(revocationOf(rotation.successor))
    done.revoked.push(rotation.successor)
    onDone()
  }
}

/** Lets several clients work and kills their process after so many acknowledgements, whatever else is under way. */
async function workUntilKilled(path: string, done: Acknowledged, acknowledgements: number): Promise<void> {
  const other = startProcess()
  const store = other.store(path)
  let left = acknowledgements
  await new Promise<void>((resolve) => {
    const onDone = () => {
      left -= 1
      if (left === 0) resolve(other.kill())
    }
    for (let client = 0; client < 4; client += 1) void work(store, done, onDone).catch(() => undefined)
  })
}

async function expectNothingLost(store: ApiKeyStore, done: Acknowledged): Promise<void> {
  for (const key of done.created) {
    const { consumerId, name, scopes, digest } = key
    expect(await store.findForVerification(key.id)).toMatchObject({ consumerId, name, scopes, digest })
  }
  for (const { old, successor } of done.rotated) {
    expect(await store.get(refOf(old))).toHaveProperty('rotation.replacedById', successor.id)
    expect(await store.findForVerification(successor.id)).not.toBeNull()
  }
  for (const key of done.revoked) {
    expect(await store.findForVerification(key.id)).toHaveProperty('revoked', true)
  }
}

async function expectNothingHalfWritten(store: ApiKeyStore): Promise<void> {
  const { keys } = await listOrThrow(store, { limit: 10_000 })
  const byId = new Map(keys.map((key) => [key.id, key]))
  for (const key of keys) {
    const { replacesId, replacedById, overlapEndsAt } = key.rotation ?? {}
    const isUnlimited = key.revokedAt === null && overlapEndsAt === undefined
    if (replacesId !== undefined) expect(byId.get(replacesId)?.rotation?.replacedById).toBe(key.id)
    if (replacedById !== undefined) {
      expect(byId.get(replacedById)?.rotation?.replacesId).toBe(key.id)
      expect(isUnlimited).toBe(false)
    } else {
      // Nobody revokes a key here that was not rotated, so the last of each line works, or was revoked.
      expect(isUnlimited || replacesId !== undefined).toBe(true)
    }
    const answer = await store.activity({ ref: refOf(key), limit: 10, cursor: null })
    const types = answer?.ok ? answer.events.map(({ type }) => type).toSorted() : []
    const expected = [
      ...(replacesId === undefined ? ['created'] : []),
      ...(key.revokedAt !== null && key.revokedReason !== 'rotated' ? ['revoked'] : []),
      ...(replacedById === undefined ? [] : ['rotated']),
    ]
    expect(types).toEqual(expected.toSorted())
  }
}

describe('a process that is killed while it writes', () => {
  it('loses nothing it acknowledged and leaves nothing half-written, 12 times over 200 writes (fault 14)', async () => {
    const path = newPath()
    const random = createRandom(20_261_123)
    const done: Acknowledged = { created: [], rotated: [], revoked: [] }
    for (let round = 0; round < 12; round += 1) {
      await workUntilKilled(path, done, 17 + random(24))
      const store = sqliteStore({ path, mustExist: true })
      await expectNothingLost(store, done)
      await expectNothingHalfWritten(store)
      await store.close()
      const database = new DatabaseSync(path)
      expect(database.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }])
      database.close()
    }
    expect(done.created.length + done.rotated.length + done.revoked.length).toBeGreaterThanOrEqual(200)
  }, 60_000)

  it('keeps a key exactly as it was written', async () => {
    const path = newPath()
    const other = startProcess()
    const key = fullKey()
    await other.store(path).insert(insertionOf(key))
    await other.kill()
    const store = sqliteStore({ path })
    expect(await store.get(refOf(key))).toEqual(withoutDigest(key))
    await store.close()
  })
})
