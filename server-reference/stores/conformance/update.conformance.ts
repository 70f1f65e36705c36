import { describe, expect, it } from 'vitest'
import type { KeyChanges } from '../../core/api-key-store.js'
import {
  activityOf,
  at,
  fullKey,
  insertAll,
  listOrThrow,
  now,
  refOf,
  revocationOf,
  rotationOf,
  sampleKey,
  updateOf,
  withoutDigest,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

export function describeUpdate(open: OpenStore): void {
  describe('an update', () => {
    const held = withStore(open)

    it.each<[string, KeyChanges]>([
      ['name', { name: 'renamed' }],
      ['description', { description: 'new' }],
      ['description, to none', { description: null }],
      ['expiry', { expiresAt: at(60) }],
      ['expiry, to never', { expiresAt: null }],
      ['scopes', { scopes: ['a', 'b'] }],
      ['scopes, to none', { scopes: [] }],
      ['addresses', { ipAllowlist: ['192.0.2.1/32'] }],
      ['rate limit', { rateLimit: { limit: 1, windowSeconds: 2 } }],
      ['rate limit, to the default', { rateLimit: null }],
    ])('changes the %s, the version and the instant, and nothing else', async (_, changes) => {
      const key = fullKey()
      await insertAll(held.store, key)
      const expected = { ...withoutDigest(key), ...changes, version: 8, updatedAt: at(5) }
      const outcome = await held.store.update(updateOf(key, changes, { now: now + 5000 }))
      expect(outcome).toEqual({ ok: true, key: expected })
      expect(await held.store.get(refOf(key))).toEqual(expected)
    })

    it('takes an absent field for one that stays', async () => {
      const key = fullKey()
      await insertAll(held.store, key)
      const changes = { name: undefined, description: undefined, expiresAt: undefined, enabled: undefined }
      const outcome = await held.store.update(updateOf(key, changes))
      expect(outcome).toEqual({ ok: true, key: { ...withoutDigest(key), version: 8 } })
    })

    it('disables once, keeping the first instant, and enables again', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const set = (enabled: boolean, seconds: number) =>
        held.store.update(updateOf(key, { enabled }, { now: now + seconds * 1000 }))
      expect(await set(false, 1)).toMatchObject({ key: { disabledAt: at(1), version: 2 } })
      expect(await set(false, 2)).toMatchObject({ key: { disabledAt: at(1), version: 2 } })
      expect(await held.store.findForVerification(key.id)).toHaveProperty('disabled', true)
      expect(await set(true, 3)).toMatchObject({ key: { disabledAt: null, version: 3 } })
      expect(await held.store.findForVerification(key.id)).toHaveProperty('disabled', false)
    })

    it('that enables or disables a key which is so already changes nothing, and tells nothing in the log', async () => {
      const keys = [sampleKey(), sampleKey({ disabledAt: at(-1) })]
      await insertAll(held.store, ...keys)
      for (const key of keys) {
        const enabled = key.disabledAt === null
        const unchanged = { ok: true, key: withoutDigest(key) }
        expect(await held.store.update(updateOf(key, { enabled, name: undefined }))).toEqual(unchanged)
        expect(await held.store.update(updateOf(key, { enabled }, { expectedVersion: 1 }))).toEqual(unchanged)
        expect(await held.store.update(updateOf(key, { enabled }, { expectedVersion: 2 }))).toEqual({
          ok: false,
          code: 'version_conflict',
        })
        expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
        expect(await activityOf(held.store, key)).toHaveLength(1)
        const outcome = await held.store.update(updateOf(key, { enabled, description: 'new' }))
        expect(outcome).toMatchObject({ key: { description: 'new', disabledAt: key.disabledAt, version: 2 } })
      }
    })

    it('holds only for the version it names', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const first = updateOf(key, { description: 'a' }, { expectedVersion: 1 })
      expect(await held.store.update(first)).toMatchObject({ ok: true })
      const second = updateOf(key, { description: 'b' }, { expectedVersion: 1 })
      expect(await held.store.update(second)).toEqual({ ok: false, code: 'version_conflict' })
      expect(await held.store.get(refOf(key))).toMatchObject({ description: 'a', version: 2 })
      expect(await activityOf(held.store, key)).toHaveLength(2)
    })

    it('refuses a name that another key holds, and allows its own', async () => {
      const [key, other] = [sampleKey({ name: 'a' }), sampleKey({ name: 'b' })]
      await insertAll(held.store, key, other)
      const refused = { ok: false, code: 'name_taken' }
      expect(await held.store.update(updateOf(key, { name: 'b' }))).toEqual(refused)
      expect(await held.store.get(refOf(key))).toMatchObject({ name: 'a', version: 1 })
      expect(await held.store.update(updateOf(key, { name: 'a' }))).toMatchObject({ ok: true })
      await held.store.revoke(revocationOf(other))
      expect(await held.store.update(updateOf(key, { name: 'b' }))).toMatchObject({ ok: true })
    })

    it('lets a replaced key be called like any other: it holds no name', async () => {
      const [key, other] = [sampleKey(), sampleKey({ name: 'b' })]
      await insertAll(held.store, key, other)
      await held.store.rotate(rotationOf(key))
      expect(await held.store.update(updateOf(key, { name: 'b' }))).toMatchObject({ ok: true })
    })

    it('cannot reach a key that is revoked or over (MG-14)', async () => {
      const [revoked, expired] = [sampleKey({ revokedAt: at(-5) }), sampleKey({ expiresAt: at(0) })]
      await insertAll(held.store, revoked, expired)
      for (const key of [revoked, expired]) {
        for (const expectedVersion of [null, 1, 9]) {
          const update = updateOf(key, { expiresAt: at(60) }, { expectedVersion })
          expect(await held.store.update(update)).toEqual({ ok: false, code: 'key_not_updatable' })
        }
        expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
      }
    })

    it('does not find an unknown key, nor another consumer’s', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      for (const ref of [
        { id: 'Unknown000000000', consumerId: 'app_1' },
        { id: key.id, consumerId: 'app_2' },
      ]) {
        const outcome = await held.store.update(updateOf(ref, { name: 'x' }))
        expect(outcome).toEqual({ ok: false, code: 'not_found' })
      }
      expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
    })

    it('is found by its new name and description', async () => {
      const key = sampleKey({ name: 'before', description: 'before' })
      await insertAll(held.store, key)
      await held.store.update(updateOf(key, { name: 'ÉTÉ', description: 'Hiver' }))
      expect((await listOrThrow(held.store, { search: 'été' })).keys).toHaveLength(1)
      expect((await listOrThrow(held.store, { search: 'hiver' })).keys).toHaveLength(1)
      expect((await listOrThrow(held.store, { search: 'before' })).keys).toHaveLength(0)
    })
  })

  describe('the end of an overlap', () => {
    const held = withStore(open)
    const rotated = async (expiresAt: string | null) => {
      const key = sampleKey({ expiresAt })
      await insertAll(held.store, key)
      await held.store.rotate(rotationOf(key, { overlapEndsAt: at(3600) }))
      return key
    }
    const rotationAfter = async (key: Awaited<ReturnType<typeof rotated>>, changes: KeyChanges) => {
      const outcome = await held.store.update(updateOf(key, changes))
      return outcome.ok ? outcome.key.rotation?.overlapEndsAt : outcome.code
    }

    it('moves either way', async () => {
      const key = await rotated(null)
      expect(await rotationAfter(key, { overlapEndsAt: at(7200) })).toBe(at(7200))
      expect(await rotationAfter(key, { overlapEndsAt: at(60) })).toBe(at(60))
      expect(await held.store.findForVerification(key.id)).toHaveProperty('endsAtMs', now + 60_000)
    })

    it('never outlasts the key’s own expiry, whichever of the two changes', async () => {
      const key = await rotated(at(5000))
      expect(await rotationAfter(key, { overlapEndsAt: at(7200) })).toBe(at(5000))
      expect(await rotationAfter(key, { expiresAt: at(4000) })).toBe(at(4000))
      expect(await rotationAfter(key, { expiresAt: at(9000), overlapEndsAt: at(9500) })).toBe(at(9000))
      expect(await rotationAfter(key, { expiresAt: null })).toBe(at(9000))
      expect(await rotationAfter(key, { overlapEndsAt: at(9500) })).toBe(at(9500))
    })

    it('cannot be set for a key that is not in one', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      expect(await rotationAfter(key, { overlapEndsAt: at(60) })).toBe('key_not_updatable')
      const over = await rotated(null)
      const late = updateOf(over, { overlapEndsAt: at(9000) }, { now: now + 3_600_000 })
      expect(await held.store.update(late)).toEqual({ ok: false, code: 'key_not_updatable' })
    })
  })
}
