import { describe, expect, it } from 'vitest'
import {
  activityOf,
  at,
  fullKey,
  insertAll,
  now,
  refOf,
  revocationOf,
  rotationOf,
  sampleKey,
  updateOf,
  withoutDigest,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

export function describeRotation(open: OpenStore): void {
  describe('a rotation (MG-11)', () => {
    const held = withStore(open)

    it('adds the successor and ends the old key with its overlap', async () => {
      const key = fullKey()
      await insertAll(held.store, key)
      const rotation = rotationOf(key, { now: now + 5000 })
      const previous = {
        ...withoutDigest(key),
        rotation: { replacedById: rotation.successor.id, overlapEndsAt: at(3600) },
        updatedAt: at(5),
        version: 8,
      }
      expect(await held.store.rotate(rotation)).toEqual({ ok: true, previous })
      expect(await held.store.get(refOf(key))).toEqual(previous)
      expect(await held.store.get(refOf(rotation.successor))).toEqual(withoutDigest(rotation.successor))
      expect(await held.store.findForVerification(key.id)).toMatchObject({
        revoked: false,
        endsAtMs: now + 3_600_000,
      })
      expect(await held.store.findForVerification(rotation.successor.id)).toMatchObject({ endsAtMs: null })
    })

    it('without an overlap revokes the old key at once', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const rotation = rotationOf(key, { overlapEndsAt: null })
      expect(await held.store.rotate(rotation)).toMatchObject({
        ok: true,
        previous: {
          revokedAt: at(0),
          revokedReason: 'rotated',
          rotation: { replacedById: rotation.successor.id },
        },
      })
      expect(await held.store.findForVerification(key.id)).toHaveProperty('revoked', true)
    })

    it('ends an overlap with the old key’s own expiry, if that is earlier', async () => {
      const key = sampleKey({ expiresAt: at(60) })
      await insertAll(held.store, key)
      const outcome = await held.store.rotate(rotationOf(key))
      expect(outcome).toMatchObject({ previous: { rotation: { overlapEndsAt: at(60) }, expiresAt: at(60) } })
    })

    it('goes on from a successor, and each remembers both neighbours', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const first = rotationOf(key)
      await held.store.rotate(first)
      const second = rotationOf(first.successor, { now: now + 3_600_000, overlapEndsAt: at(7200) })
      expect(await held.store.rotate(second)).toMatchObject({
        previous: { rotation: { replacesId: key.id, replacedById: second.successor.id } },
      })
    })

    it('is refused for a successor while the old key still works, so that never more than two do (MG-11, MG-16)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const first = rotationOf(key)
      await held.store.rotate(first)
      const second = rotationOf(first.successor, { now: now + 3_599_999 })
      expect(await held.store.rotate(second)).toEqual({ ok: false, code: 'key_not_rotatable' })
      expect(await held.store.get(refOf(second.successor))).toBeNull()
      await held.store.revoke(revocationOf(key))
      expect(await held.store.rotate(second)).toMatchObject({ ok: true })
    })

    it('gives the successor the name that the old key has by now', async () => {
      const key = sampleKey({ name: 'before' })
      await insertAll(held.store, key)
      const rotation = rotationOf(key)
      await held.store.update(updateOf(key, { name: 'after' }))
      await insertAll(held.store, sampleKey({ name: 'before' }))
      expect(await held.store.rotate(rotation)).toMatchObject({ ok: true, previous: { name: 'after' } })
      expect(await held.store.get(refOf(rotation.successor))).toHaveProperty('name', 'after')
    })

    it('is refused for a key that is revoked, disabled, over or replaced, and adds nothing (MG-12)', async () => {
      const keys = [
        sampleKey({ revokedAt: at(-1) }),
        sampleKey({ disabledAt: at(-1) }),
        sampleKey({ expiresAt: at(0) }),
        sampleKey({ rotation: { replacedById: 'Other00000000000', overlapEndsAt: at(60) } }),
      ]
      await insertAll(held.store, ...keys)
      for (const key of keys) {
        const rotation = rotationOf(key)
        expect(await held.store.rotate(rotation)).toEqual({ ok: false, code: 'key_not_rotatable' })
        expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
        expect(await held.store.get(refOf(rotation.successor))).toBeNull()
        expect(await activityOf(held.store, key)).toHaveLength(1)
      }
    })

    it('holds only for the version that its successor was made from, where it names one (API5)', async () => {
      const key = sampleKey({ scopes: ['orders:read', 'orders:write'] })
      await insertAll(held.store, key)
      const rotation = rotationOf(key, { expectedVersion: 1 })
      await held.store.update(updateOf(key, { scopes: ['orders:read'] }))
      expect(await held.store.rotate(rotation)).toEqual({ ok: false, code: 'version_conflict' })
      expect(await held.store.get(refOf(rotation.successor))).toBeNull()
      expect(await held.store.rotate({ ...rotation, expectedVersion: 2 })).toMatchObject({ ok: true })
      expect(await held.store.rotate({ ...rotationOf(key), expectedVersion: 9 })).toEqual({
        ok: false,
        code: 'key_not_rotatable',
      })
    })

    it('does not find an unknown key, nor another consumer’s', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const foreign = rotationOf(key, { ref: { id: key.id, consumerId: 'app_2' } })
      expect(await held.store.rotate(foreign)).toEqual({ ok: false, code: 'not_found' })
      const unknown = rotationOf(key, { ref: { id: 'Unknown000000000', consumerId: 'app_1' } })
      expect(await held.store.rotate(unknown)).toEqual({ ok: false, code: 'not_found' })
    })

    it('writes one event beside its change', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      await held.store.rotate(rotationOf(key))
      const types = (await activityOf(held.store, key)).map(({ type }) => type)
      expect(types).toEqual(['rotated', 'created'])
    })

    it('leaves the old key as it was where the successor cannot be added', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const rotation = rotationOf(key, { successor: { ...rotationOf(key).successor, digest: key.digest } })
      await expect(held.store.rotate(rotation)).rejects.toThrow()
      expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
      expect(await activityOf(held.store, key)).toHaveLength(1)
    })

    it('can be followed by a revocation of either key', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const rotation = rotationOf(key)
      await held.store.rotate(rotation)
      await held.store.revoke(revocationOf(key))
      expect(await held.store.findForVerification(key.id)).toHaveProperty('revoked', true)
      expect(await held.store.findForVerification(rotation.successor.id)).toHaveProperty('revoked', false)
    })
  })
}
