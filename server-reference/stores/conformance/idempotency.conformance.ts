import { describe, expect, it } from 'vitest'
import {
  activityOf,
  day,
  insertAll,
  insertionOf,
  listOrThrow,
  now,
  refOf,
  rotationOf,
  sampleKey,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

const idempotency = { scope: 'user_1 POST /', idempotencyKey: 'once', fingerprint: 'f1' }

export function describeIdempotency(open: OpenStore): void {
  describe('an Idempotency-Key (MG-10)', () => {
    const held = withStore(open)

    it('makes one key, and tells which at every repetition', async () => {
      const key = sampleKey()
      expect(await held.store.insert(insertionOf(key, { idempotency }))).toEqual({ ok: true })
      const repeated = insertionOf(sampleKey(), { idempotency: { ...idempotency, fingerprint: 'f2' } })
      const replay = { ok: false, code: 'replay', fingerprint: 'f1', ref: refOf(key) }
      expect(await held.store.insert(repeated)).toEqual(replay)
      expect(await held.store.insert(repeated)).toEqual(replay)
      expect((await listOrThrow(held.store)).keys).toHaveLength(1)
      expect(await activityOf(held.store, key)).toHaveLength(1)
    })

    it('is recognised before the name that it has itself taken, and before the quota it has filled', async () => {
      const key = sampleKey({ name: 'orders' })
      await held.store.insert(insertionOf(key, { idempotency, maxKeys: 1 }))
      const again = insertionOf(sampleKey({ name: 'orders' }), { idempotency, maxKeys: 1 })
      expect(await held.store.insert(again)).toMatchObject({ code: 'replay', ref: refOf(key) })
    })

    it('is another one for another caller or route, and may be spelt in another case', async () => {
      await held.store.insert(insertionOf(sampleKey(), { idempotency }))
      for (const other of [{ scope: 'user_2 POST /' }, { idempotencyKey: 'Once' }]) {
        const insertion = insertionOf(sampleKey(), { idempotency: { ...idempotency, ...other } })
        expect(await held.store.insert(insertion)).toEqual({ ok: true })
      }
    })

    it('is free again where the key was refused', async () => {
      await insertAll(held.store, sampleKey({ name: 'orders' }))
      const refused = insertionOf(sampleKey({ name: 'orders' }), { idempotency })
      expect(await held.store.insert(refused)).toMatchObject({ code: 'name_taken' })
      expect(await held.store.insert(insertionOf(sampleKey(), { idempotency }))).toEqual({ ok: true })
    })

    it('is remembered for 24 hours, and then forgotten', async () => {
      const key = sampleKey()
      await held.store.insert(insertionOf(key, { idempotency }))
      const later = (ms: number) => insertionOf(sampleKey(), { idempotency, now: now + ms })
      expect(await held.store.insert(later(day * 1000 - 1))).toMatchObject({ code: 'replay' })
      const third = later(day * 1000)
      expect(await held.store.insert(third)).toEqual({ ok: true })
      expect(await held.store.insert(later(day * 1000 + 1))).toMatchObject({ ref: refOf(third.key) })
    })

    it('rotates once, and tells the successor at every repetition', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const rotation = rotationOf(key, { idempotency })
      expect(await held.store.rotate(rotation)).toMatchObject({ ok: true })
      const again = rotationOf(key, { idempotency })
      expect(await held.store.rotate(again)).toEqual({
        ok: false,
        code: 'replay',
        fingerprint: 'f1',
        ref: refOf(rotation.successor),
      })
      expect(await held.store.get(refOf(again.successor))).toBeNull()
    })

    held.itAfterReopening('is remembered by a store that was closed', async (reopen) => {
      const key = sampleKey()
      await held.store.insert(insertionOf(key, { idempotency }))
      const store = await reopen()
      expect(await store.insert(insertionOf(sampleKey(), { idempotency }))).toMatchObject({ code: 'replay' })
    })
  })
}
