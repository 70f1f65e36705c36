import { describe, expect, it } from 'vitest'
import type { InsertOutcome } from '../../core/api-key-store.js'
import {
  activityOf,
  insertAll,
  insertionOf,
  listOrThrow,
  refOf,
  revocationOf,
  rotationOf,
  sampleKey,
  updateOf,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))

const codes = (outcomes: readonly InsertOutcome[]) =>
  outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).toSorted()

export function describeConcurrency(open: OpenStore): void {
  describe('at the same time', () => {
    const held = withStore(open)

    it('fifty new keys of one name become one', async () => {
      const insertions = times(50, () => insertionOf(sampleKey({ name: 'orders' })))
      const outcomes = await Promise.all(insertions.map((insertion) => held.store.insert(insertion)))
      expect(codes(outcomes)).toEqual([...times(49, () => 'name_taken'), 'ok'])
      expect((await listOrThrow(held.store)).counts.total).toBe(1)
    })

    it('a quota of seven lets exactly seven of forty in', async () => {
      const insertions = times(40, () => insertionOf(sampleKey(), { maxKeys: 7 }))
      const outcomes = await Promise.all(insertions.map((insertion) => held.store.insert(insertion)))
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(7)
      expect((await listOrThrow(held.store)).counts.total).toBe(7)
    })

    it('requests with one Idempotency-Key make one key', async () => {
      const idempotency = { scope: 's', idempotencyKey: 'once', fingerprint: 'f' }
      const insertions = times(20, () => insertionOf(sampleKey(), { idempotency }))
      const outcomes = await Promise.all(insertions.map((insertion) => held.store.insert(insertion)))
      expect(codes(outcomes)).toEqual(['ok', ...times(19, () => 'replay')])
      expect((await listOrThrow(held.store)).counts.total).toBe(1)
    })

    it('rotations of one key give it one successor (MG-12)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const rotations = times(20, () => rotationOf(key))
      const outcomes = await Promise.all(rotations.map((rotation) => held.store.rotate(rotation)))
      const won = rotations.filter((_, index) => outcomes[index]?.ok)
      expect(won).toHaveLength(1)
      const { keys } = await listOrThrow(held.store, { sort: 'createdAt' })
      expect(keys.map(({ id }) => id).toSorted()).toEqual([key.id, won[0]?.successor.id].toSorted())
      expect(await activityOf(held.store, key)).toHaveLength(2)
    })

    it('updates of one version change it once', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const outcomes = await Promise.all(
        times(20, (index) =>
          held.store.update(updateOf(key, { description: String(index) }, { expectedVersion: 1 })),
        ),
      )
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(await held.store.get(refOf(key))).toHaveProperty('version', 2)
    })

    it('updates of different fields are all kept, and each counts', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      await Promise.all([
        held.store.update(updateOf(key, { description: 'd' })),
        held.store.update(updateOf(key, { scopes: ['s'] })),
        held.store.update(updateOf(key, { enabled: false })),
      ])
      expect(await held.store.get(refOf(key))).toMatchObject({
        description: 'd',
        scopes: ['s'],
        disabledAt: expect.any(String),
        version: 4,
      })
    })

    it('a revocation is never undone by updates and rotations around it (ST-7)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      await Promise.all([
        ...times(5, () => held.store.update(updateOf(key, { enabled: true }))),
        held.store.revoke(revocationOf(key, { reason: 'leaked' })),
        ...times(5, () => held.store.update(updateOf(key, { enabled: true }))),
        held.store.rotate(rotationOf(key)),
      ])
      expect(await held.store.get(refOf(key))).toMatchObject({ revokedReason: 'leaked' })
      expect(await held.store.findForVerification(key.id)).toHaveProperty('revoked', true)
    })

    it('revocations of one key agree on its instant and leave one event', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const answers = await Promise.all(
        times(10, (index) => held.store.revoke(revocationOf(key, { reason: String(index) }))),
      )
      expect(new Set(answers.map((answer) => answer?.revokedReason)).size).toBe(1)
      expect(await activityOf(held.store, key)).toHaveLength(2)
    })

    it('counts of usage are all added', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const entry = { keyId: key.id, day: '2026-11-23', allowed: 1, denied: 2, lastUsedAt: null }
      await Promise.all(times(20, () => held.store.recordUsage([entry])))
      const query = { consumerId: key.consumerId, ids: [key.id], sinceDay: '2026-11-23' }
      expect(await held.store.usage(query)).toEqual({
        [key.id]: [{ day: '2026-11-23', allowed: 20, denied: 40 }],
      })
    })
  })
}
