import { describe, expect, it } from 'vitest'
import {
  activityOf,
  at,
  insertAll,
  insertionOf,
  listOrThrow,
  refOf,
  revocationOf,
  rotationOf,
  sampleKey,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

export function describeInsertion(open: OpenStore): void {
  describe('a new key’s name', () => {
    const held = withStore(open)

    it('is refused while the consumer has another key of that name, and nothing is written', async () => {
      const [first, second] = [sampleKey({ name: 'orders' }), sampleKey({ name: 'orders' })]
      await insertAll(held.store, first)
      expect(await held.store.insert(insertionOf(second))).toEqual({ ok: false, code: 'name_taken' })
      expect(await held.store.get(refOf(second))).toBeNull()
      expect(await held.store.findForVerification(second.id)).toBeNull()
    })

    it('may differ in case alone, or be another consumer’s', async () => {
      await insertAll(
        held.store,
        sampleKey({ name: 'orders' }),
        sampleKey({ name: 'Orders' }),
        sampleKey({ name: 'orders', consumerId: 'app_2' }),
      )
      expect((await listOrThrow(held.store)).counts.total).toBe(2)
    })

    it('is free again once the key is revoked', async () => {
      const key = sampleKey({ name: 'orders' })
      await insertAll(held.store, key)
      await held.store.revoke(revocationOf(key))
      expect(await held.store.insert(insertionOf(sampleKey({ name: 'orders' })))).toEqual({ ok: true })
    })

    it('stays taken by a key that is disabled or has expired', async () => {
      await insertAll(held.store, sampleKey({ name: 'a', disabledAt: at(-1) }))
      await insertAll(held.store, sampleKey({ name: 'b', expiresAt: at(-1) }))
      for (const name of ['a', 'b']) {
        const outcome = await held.store.insert(insertionOf(sampleKey({ name })))
        expect(outcome).toEqual({ ok: false, code: 'name_taken' })
      }
    })

    it('belongs to the successor after a rotation', async () => {
      const key = sampleKey({ name: 'orders' })
      await insertAll(held.store, key)
      const rotation = rotationOf(key)
      await held.store.rotate(rotation)
      const another = insertionOf(sampleKey({ name: 'orders' }))
      expect(await held.store.insert(another)).toEqual({ ok: false, code: 'name_taken' })
      await held.store.revoke(revocationOf(rotation.successor))
      expect(await held.store.insert(another)).toEqual({ ok: true })
    })
  })

  describe('a consumer’s quota (MG-16)', () => {
    const held = withStore(open)

    it('refuses one key more, and nothing is written', async () => {
      await insertAll(held.store, sampleKey(), sampleKey())
      const key = sampleKey()
      const refused = { ok: false, code: 'key_limit_reached' }
      expect(await held.store.insert(insertionOf(key, { maxKeys: 2 }))).toEqual(refused)
      expect(await held.store.get(refOf(key))).toBeNull()
      expect(await held.store.insert(insertionOf(key, { maxKeys: 3 }))).toEqual({ ok: true })
    })

    it('counts disabled keys, and none that is revoked, ended, replaced or another’s', async () => {
      const replaced = sampleKey()
      await insertAll(
        held.store,
        replaced,
        sampleKey({ disabledAt: at(-1) }),
        sampleKey({ revokedAt: at(-1) }),
        sampleKey({ expiresAt: at(0) }),
        sampleKey({ consumerId: 'app_2' }),
      )
      await held.store.rotate(rotationOf(replaced))
      const refused = { ok: false, code: 'key_limit_reached' }
      expect(await held.store.insert(insertionOf(sampleKey(), { maxKeys: 2 }))).toEqual(refused)
      expect(await held.store.insert(insertionOf(sampleKey(), { maxKeys: 3 }))).toEqual({ ok: true })
    })

    it('counts a replaced key once its successor is over, for it still works (MG-16)', async () => {
      const replaced = sampleKey()
      await insertAll(held.store, replaced)
      const rotation = rotationOf(replaced)
      await held.store.rotate(rotation)
      await held.store.revoke(revocationOf(rotation.successor))
      const refused = { ok: false, code: 'key_limit_reached' }
      expect(await held.store.insert(insertionOf(sampleKey(), { maxKeys: 1 }))).toEqual(refused)
      await held.store.revoke(revocationOf(replaced))
      expect(await held.store.insert(insertionOf(sampleKey(), { maxKeys: 1 }))).toEqual({ ok: true })
    })

    it('is reported before a name that is taken', async () => {
      await insertAll(held.store, sampleKey({ name: 'orders' }))
      const outcome = await held.store.insert(insertionOf(sampleKey({ name: 'orders' }), { maxKeys: 1 }))
      expect(outcome).toEqual({ ok: false, code: 'key_limit_reached' })
    })
  })

  describe('what may not exist twice', () => {
    const held = withStore(open)

    it('is an id, whoever’s it was (KF-3)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      await held.store.revoke(revocationOf(key))
      const second = sampleKey({ id: key.id, consumerId: 'app_2' })
      await expect(held.store.insert(insertionOf(second))).rejects.toThrow()
      expect(await held.store.get(refOf(second))).toBeNull()
    })

    it('is a digest; the refused key leaves no event', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const second = sampleKey({ digest: key.digest })
      await expect(held.store.insert(insertionOf(second))).rejects.toThrow()
      await insertAll(held.store, { ...second, digest: sampleKey().digest })
      expect(await activityOf(held.store, second)).toHaveLength(1)
    })
  })
}
