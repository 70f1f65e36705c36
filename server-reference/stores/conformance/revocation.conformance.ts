import { describe, expect, it } from 'vitest'
import {
  activityOf,
  at,
  fullKey,
  insertAll,
  now,
  refOf,
  revocationOf,
  sampleKey,
  withoutDigest,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

export function describeRevocation(open: OpenStore): void {
  describe('a revocation (MG-13)', () => {
    const held = withStore(open)

    it('is final, and says when and why', async () => {
      const key = fullKey()
      await insertAll(held.store, key)
      const revoked = {
        ...withoutDigest(key),
        revokedAt: at(5),
        revokedReason: 'leaked',
        updatedAt: at(5),
        version: 8,
      }
      const first = revocationOf(key, { now: now + 5000, reason: 'leaked' })
      expect(await held.store.revoke(first)).toEqual(revoked)
      expect(await held.store.get(refOf(key))).toEqual(revoked)
    })

    it('keeps the first instant and reason when it is repeated, and adds no event', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const first = await held.store.revoke(revocationOf(key, { reason: null }))
      const second = await held.store.revoke(revocationOf(key, { now: now + 9000, reason: 'again' }))
      expect(second).toEqual(first)
      expect(await activityOf(held.store, key)).toHaveLength(2)
    })

    it('reaches a key that is disabled or has expired', async () => {
      const key = sampleKey({ disabledAt: at(-9), expiresAt: at(-5) })
      await insertAll(held.store, key)
      expect(await held.store.revoke(revocationOf(key))).toMatchObject({ revokedAt: at(0) })
    })

    it('is null for an unknown key and for another consumer’s', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      expect(await held.store.revoke(revocationOf({ id: key.id, consumerId: 'app_2' }))).toBeNull()
      expect(
        await held.store.revoke(revocationOf({ id: 'Unknown000000000', consumerId: 'app_1' })),
      ).toBeNull()
      expect(await held.store.findForVerification(key.id)).toHaveProperty('revoked', false)
      expect(await activityOf(held.store, key)).toHaveLength(1)
    })
  })
}
