import { describe, expect, it } from 'vitest'
import type { KeyChanges } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { at, insertAll, now, rotationOf, sampleKey, updateOf } from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

export function describeExpiry(open: OpenStore): void {
  describe('a key that was seen expired', () => {
    const held = withStore(open)

    const seeAfter = (seconds: number, ...keys: Pick<StoredKey, 'id'>[]) =>
      held.store.recordExpired(keys.map(({ id }) => ({ keyId: id, atMs: now + seconds * 1000 })))
    const isSeen = async (key: StoredKey) => (await held.store.findForVerification(key.id))?.seenExpired

    it('is remembered, and no other (OP-12)', async () => {
      const [seen, other] = [sampleKey({ expiresAt: at(60) }), sampleKey({ expiresAt: at(60) })]
      await insertAll(held.store, seen, other)
      await seeAfter(60, seen, { id: 'Unknown000000000' }, seen)
      await seeAfter(90, seen)
      await held.store.recordExpired([])
      expect(await isSeen(seen)).toBe(true)
      expect(await isSeen(other)).toBe(false)
      const record = { name: seen.name, endsAtMs: now + 60_000, revoked: false, disabled: false }
      expect(await held.store.findForVerification(seen.id)).toMatchObject(record)
    })

    it('is remembered for the end of its overlap too', async () => {
      const rotation = { replacedById: 'Other00000000000', overlapEndsAt: at(30) }
      const key = sampleKey({ expiresAt: at(60), rotation })
      await insertAll(held.store, key)
      await seeAfter(30, key)
      expect(await isSeen(key)).toBe(true)
    })

    it('is not taken for one where its end had not come then, or was moved meanwhile', async () => {
      const [later, never] = [sampleKey({ expiresAt: at(61) }), sampleKey()]
      await insertAll(held.store, later, never)
      await seeAfter(60, later, never)
      expect(await isSeen(later)).toBe(false)
      expect(await isSeen(never)).toBe(false)
    })

    it.each<[string, boolean, KeyChanges]>([
      ['a later expiry', false, { expiresAt: at(61) }],
      ['no expiry any more', false, { expiresAt: null }],
      ['an earlier expiry', true, { expiresAt: at(59) }],
      ['the same expiry', true, { expiresAt: at(60) }],
      ['another name', true, { name: 'another' }],
    ])('that is given %s stays refused: %s', async (_, stays, changes) => {
      const key = sampleKey({ expiresAt: at(60) })
      await insertAll(held.store, key)
      await seeAfter(60, key)
      // The clock was set back, or else nobody could change a key that has ended.
      expect(await held.store.update(updateOf(key, changes))).toMatchObject({ ok: true })
      expect(await isSeen(key)).toBe(stays)
    })

    it.each<[string, boolean, string | null, KeyChanges]>([
      ['a later end', false, null, { overlapEndsAt: at(90) }],
      ['an earlier end', true, null, { overlapEndsAt: at(30) }],
      ['a later end beyond its expiry', true, at(60), { overlapEndsAt: at(90) }],
      ['a later expiry beyond its end', true, at(80), { expiresAt: at(90) }],
    ])('whose overlap is given %s stays refused: %s', async (_, stays, expiresAt, changes) => {
      const rotation = { replacedById: 'Other00000000000', overlapEndsAt: at(60) }
      const key = sampleKey({ expiresAt, rotation })
      await insertAll(held.store, key)
      await seeAfter(60, key)
      expect(await held.store.update(updateOf(key, changes))).toMatchObject({ ok: true })
      expect(await isSeen(key)).toBe(stays)
    })

    it('cannot be rotated (MG-12)', async () => {
      const key = sampleKey({ expiresAt: at(60) })
      await insertAll(held.store, key)
      await seeAfter(60, key)
      expect(await held.store.rotate(rotationOf(key))).toEqual({ ok: false, code: 'key_not_rotatable' })
    })

    it('is not forgotten by those who keep it in memory: they hear that it changed', async () => {
      const { currency } = held.store
      const key = sampleKey({ expiresAt: at(60) })
      await insertAll(held.store, key)
      currency?.isProven()
      let heard = currency === undefined
      currency?.onChange((change) => {
        heard ||= change.of === 'everything' || (change.of === 'key' && change.id === key.id)
      })
      await seeAfter(60, key)
      currency?.isProven()
      expect(heard).toBe(true)
    })
  })
}
