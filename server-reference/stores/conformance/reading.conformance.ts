import { describe, expect, it } from 'vitest'
import type { StoredKey } from '../../core/stored-key.js'
import {
  at,
  consumerId,
  fullKey,
  insertAll,
  now,
  refOf,
  revocationOf,
  sampleKey,
  suspensionOf,
  withoutDigest,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

const pepperedDigest: StoredKey['digest'] = {
  algorithm: 'hmac-sha256',
  pepperId: 'pepper-1',
  value: 'b'.repeat(64),
}

export function describeReading(open: OpenStore): void {
  describe('reading', () => {
    const held = withStore(open)

    it('gives back every field of a key that has them all, and no digest', async () => {
      const key = fullKey()
      await insertAll(held.store, key)
      expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
    })

    it('gives back null wherever a field is empty', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
    })

    it('leaves out a creator’s name and a manager’s address that nobody gave', async () => {
      const key = sampleKey({ createdBy: { id: 'user_1' }, managedBy: { name: 'Terraform' } })
      await insertAll(held.store, key)
      expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
    })

    it('keeps a name in any script, and an apostrophe', async () => {
      const key = sampleKey({ name: "Robert'); DROP TABLE 鍵 👩‍👧" })
      await insertAll(held.store, key)
      expect(await held.store.get(refOf(key))).toHaveProperty('name', key.name)
    })

    it('does not find another consumer’s key, nor an unknown one (MG-3)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      expect(await held.store.get({ id: key.id, consumerId: 'app_2' })).toBeNull()
      expect(await held.store.get({ id: 'Unknown000000000', consumerId })).toBeNull()
    })

    it('tells ids and consumers apart by case (ST-9)', async () => {
      const key = sampleKey({ id: 'AbcdEfghIjklMnop' })
      await insertAll(held.store, key, sampleKey({ id: 'abcdefghijklmnop', consumerId: 'APP_1' }))
      expect(await held.store.get({ id: 'ABCDEFGHIJKLMNOP', consumerId })).toBeNull()
      expect(await held.store.get({ id: key.id, consumerId: 'APP_1' })).toBeNull()
      expect(await held.store.findForVerification('aBCDEFGHIJKLMNOP')).toBeNull()
      expect(await held.store.findForVerification('abcdefghijklmnop')).toHaveProperty('consumerId', 'APP_1')
    })

    it('hands out copies: to change one changes no key', async () => {
      const key = fullKey()
      await insertAll(held.store, key)
      const copy = await held.store.get(refOf(key))
      copy?.scopes.push('admin')
      key.scopes.push('admin')
      expect(await held.store.get(refOf(key))).toHaveProperty('scopes', ['orders:read', 'orders:write'])
    })
  })

  describe('the verification read', () => {
    const held = withStore(open)

    it('gives what decides', async () => {
      const key = fullKey({ digest: pepperedDigest })
      await insertAll(held.store, key)
      expect(await held.store.findForVerification(key.id)).toEqual({
        id: key.id,
        consumerId,
        name: key.name,
        environment: 'test',
        scopes: ['orders:read', 'orders:write'],
        ipAllowlist: ['10.0.0.0/8', '2001:db8::/32'],
        rateLimit: { limit: 600, windowSeconds: 60 },
        digest: pepperedDigest,
        revoked: false,
        disabled: false,
        endsAtMs: Date.parse(at(30 * 86_400)),
        seenExpired: false,
        consumerSuspended: false,
        lineageId: key.id,
      })
    })

    it('gives empty lists and nulls for a bare key', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      expect(await held.store.findForVerification(key.id)).toMatchObject({
        scopes: [],
        ipAllowlist: [],
        rateLimit: null,
        digest: { pepperId: null },
        endsAtMs: null,
      })
    })

    it('is null for an unknown id', async () => {
      expect(await held.store.findForVerification('Unknown000000000')).toBeNull()
    })

    it.each([
      ['its expiry alone', at(60), undefined, 60],
      ['the end of its overlap alone', null, at(60), 60],
      ['its expiry, if that is earlier', at(60), at(90), 60],
      ['the end of its overlap, if that is earlier', at(90), at(60), 60],
    ])('says that a key ends at %s', async (_, expiresAt, overlapEndsAt, seconds) => {
      const rotation =
        overlapEndsAt === undefined ? null : { replacedById: 'Other00000000000', overlapEndsAt }
      const key = sampleKey({ expiresAt, rotation })
      await insertAll(held.store, key)
      expect(await held.store.findForVerification(key.id)).toHaveProperty('endsAtMs', now + seconds * 1000)
    })

    it('sees a revocation at once (VF-6)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      await held.store.revoke(revocationOf(key))
      expect(await held.store.findForVerification(key.id)).toHaveProperty('revoked', true)
    })

    it('sees a suspended consumer at once, and its return', async () => {
      const key = sampleKey()
      const other = sampleKey({ consumerId: 'app_2' })
      await insertAll(held.store, key, other)
      await held.store.suspendConsumer(...suspensionOf(consumerId, at(0)))
      await held.store.suspendConsumer(...suspensionOf(consumerId, at(5)))
      expect(await held.store.findForVerification(key.id)).toHaveProperty('consumerSuspended', true)
      expect(await held.store.findForVerification(other.id)).toHaveProperty('consumerSuspended', false)
      await held.store.suspendConsumer(...suspensionOf(consumerId, null))
      await held.store.suspendConsumer(...suspensionOf(consumerId, null))
      expect(await held.store.findForVerification(key.id)).toHaveProperty('consumerSuspended', false)
    })
  })

  describe('finding keys by other means', () => {
    const held = withStore(open)

    it('lists the consumers that have keys, page by page, each once', async () => {
      const ids = ['b', 'app_1', 'B', 'a', 'b', 'app_1']
      await insertAll(held.store, ...ids.map((id) => sampleKey({ consumerId: id })))
      expect(await held.store.listConsumers('', 3)).toEqual(['B', 'a', 'app_1'])
      expect(await held.store.listConsumers('app_1', 3)).toEqual(['b'])
      expect(await held.store.listConsumers('b', 3)).toEqual([])
    })

    it('knows the consumer of each known id', async () => {
      const [first, second] = [sampleKey(), sampleKey({ consumerId: 'app_2' })]
      await insertAll(held.store, first, second)
      const consumers = await held.store.consumersOf([first.id, 'Unknown000000000', second.id])
      expect(Object.fromEntries(consumers)).toEqual({ [first.id]: 'app_1', [second.id]: 'app_2' })
      expect((await held.store.consumersOf([])).size).toBe(0)
    })

    it('finds a key by any of several digests, revoked or not', async () => {
      const key = sampleKey({ digest: pepperedDigest })
      await insertAll(held.store, sampleKey(), key)
      await held.store.revoke(revocationOf(key))
      const other = { algorithm: 'sha256', pepperId: null, value: 'c'.repeat(64) } as const
      expect(await held.store.findByDigest([other, pepperedDigest])).toEqual(refOf(key))
    })

    it('does not take a digest of another kind or pepper for the same', async () => {
      await insertAll(held.store, sampleKey({ digest: pepperedDigest }))
      const { value } = pepperedDigest
      expect(await held.store.findByDigest([])).toBeNull()
      expect(await held.store.findByDigest([{ algorithm: 'sha256', pepperId: null, value }])).toBeNull()
      expect(await held.store.findByDigest([{ ...pepperedDigest, pepperId: 'pepper-2' }])).toBeNull()
    })

    it('replaces a digest that is still the one it was (ST-4)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      await held.store.replaceDigest(key.id, key.digest, pepperedDigest)
      await held.store.replaceDigest(key.id, key.digest, { ...pepperedDigest, value: 'd'.repeat(64) })
      await held.store.replaceDigest('Unknown000000000', key.digest, pepperedDigest)
      expect(await held.store.findForVerification(key.id)).toHaveProperty('digest', pepperedDigest)
      expect(await held.store.get(refOf(key))).toEqual(withoutDigest(key))
      await held.store.replaceDigest(key.id, pepperedDigest, key.digest)
      expect(await held.store.findForVerification(key.id)).toHaveProperty('digest', key.digest)
    })
  })

  describe('a store that was closed', () => {
    const held = withStore(open)

    held.itAfterReopening('has every key, event and count when it is opened again', async (reopen) => {
      const key = fullKey()
      await insertAll(held.store, key)
      await held.store.close()
      await held.store.close()
      const store = await reopen()
      expect(await store.get(refOf(key))).toEqual(withoutDigest(key))
      expect(await store.activity({ ref: refOf(key), limit: 5, cursor: null })).toMatchObject({
        page: { total: 1 },
      })
    })
  })
}
