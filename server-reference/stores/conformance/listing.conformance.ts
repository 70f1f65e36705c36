import { describe, expect, it } from 'vitest'
import { deriveStatus, type KeyFilter, keyStatuses } from '../../../src/contract/index.js'
import type { StoredKey } from '../../core/stored-key.js'
import { at, consumerId, day, insertAll, listOrThrow, now, sampleKey } from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

/** Every combination of the fields that a status follows from, at and around every boundary. */
function keysOfEveryKind(): StoredKey[] {
  const ends = [null, at(-1), at(0), at(1), at(7 * day), at(7 * day + 1), at(30 * day)]
  return [null, at(-5)].flatMap((revokedAt) =>
    [null, at(-5)].flatMap((disabledAt) =>
      ends.flatMap((expiresAt) =>
        ends.map((overlapEndsAt) =>
          sampleKey({
            revokedAt,
            disabledAt,
            expiresAt,
            rotation: overlapEndsAt === null ? null : { replacedById: 'Other00000000000', overlapEndsAt },
          }),
        ),
      ),
    ),
  )
}

export function describeListing(open: OpenStore): void {
  describe('a list', () => {
    const held = withStore(open)

    it('is empty where the consumer has no key', async () => {
      await insertAll(held.store, sampleKey({ consumerId: 'app_2' }))
      expect(await listOrThrow(held.store)).toEqual({
        ok: true,
        keys: [],
        page: { nextCursor: null, previousCursor: null, total: 0 },
        counts: {
          active: 0,
          expiring: 0,
          rotating: 0,
          disabled: 0,
          expired: 0,
          revoked: 0,
          unused: 0,
          stale: 0,
          revokedLongAgo: 0,
          total: 0,
        },
      })
    })

    it('holds no digest, and nobody else’s key', async () => {
      await insertAll(held.store, sampleKey(), sampleKey({ consumerId: 'app_2' }))
      const { keys } = await listOrThrow(held.store)
      expect(keys.map((key) => key.consumerId)).toEqual([consumerId])
      expect(keys[0]).not.toHaveProperty('digest')
    })

    it('counts and filters by the very status that deriveStatus gives', async () => {
      const keys = keysOfEveryKind()
      await insertAll(held.store, ...keys)
      for (const warnBeforeSeconds of [0, 7 * day]) {
        for (const status of keyStatuses) {
          const expected = keys.filter((key) => deriveStatus(key, now, warnBeforeSeconds) === status)
          const ids = expected.map(({ id }) => id).toSorted()
          const answer = await listOrThrow(held.store, { statuses: [status], limit: 500, warnBeforeSeconds })
          expect(answer.keys.map(({ id }) => id).toSorted()).toEqual(ids)
          expect(answer.page.total).toBe(ids.length)
          expect(answer.counts[status]).toBe(ids.length)
          expect(answer.counts.total).toBe(keys.length)
        }
      }
    })

    it('takes several statuses, and none of them for nothing at all', async () => {
      await insertAll(
        held.store,
        sampleKey(),
        sampleKey({ disabledAt: at(-1) }),
        sampleKey({ revokedAt: at(-1) }),
      )
      const list = async (statuses: ('active' | 'revoked')[]) =>
        (await listOrThrow(held.store, { statuses })).keys.length
      expect(await list(['active', 'revoked'])).toBe(2)
      expect(await list([])).toBe(0)
    })

    it('counts as unused what was made more than a day ago, never used and not revoked', async () => {
      await insertAll(
        held.store,
        sampleKey({ createdAt: at(-day) }),
        sampleKey({ createdAt: at(-day - 1) }),
        sampleKey({ createdAt: at(-day - 1), lastUsedAt: at(-5) }),
        sampleKey({ createdAt: at(-day - 1), revokedAt: at(-5) }),
      )
      expect((await listOrThrow(held.store)).counts).toMatchObject({ unused: 1, active: 3, revoked: 1 })
    })

    it('counts as stale what works and was used by nobody for more than 90 days, on whatever page', async () => {
      const old = { createdAt: at(-200 * day) }
      await insertAll(
        held.store,
        sampleKey(old),
        sampleKey({ ...old, lastUsedAt: at(-90 * day - 1) }),
        sampleKey({ ...old, expiresAt: at(day) }),
        sampleKey({ ...old, lastUsedAt: at(-90 * day) }),
        sampleKey({ createdAt: at(-90 * day) }),
        sampleKey({ ...old, disabledAt: at(-1) }),
        sampleKey({ ...old, revokedAt: at(-1) }),
        sampleKey({ ...old, expiresAt: at(-1) }),
      )
      expect((await listOrThrow(held.store, { limit: 1 })).counts).toMatchObject({ stale: 3, total: 8 })
      const listed = await listOrThrow(held.store, { statuses: ['stale'], limit: 2 })
      expect(listed.keys).toHaveLength(2)
      expect(listed.page.total).toBe(3)
      const sooner = { statuses: ['stale'], staleAfterSeconds: 89 * day } as const
      expect((await listOrThrow(held.store, sooner)).page.total).toBe(5)
      const never = await listOrThrow(held.store, { statuses: ['stale'], staleAfterSeconds: null })
      expect([never.page.total, never.counts.stale]).toEqual([0, 0])
    })

    it('leaves out on request what was revoked more than 30 days ago, over all pages, and counts it all the same', async () => {
      const revoked = (daysAgo: number) => sampleKey({ revokedAt: at(-daysAgo * day) })
      const older = sampleKey({ revokedAt: at(-30 * day - 1) })
      await insertAll(held.store, sampleKey(), revoked(29), revoked(30), older, revoked(400), sampleKey())
      const whole = await listOrThrow(held.store)
      expect([whole.page.total, whole.counts.revoked, whole.counts.revokedLongAgo]).toEqual([6, 4, 2])
      const recent = { withRevokedLongAgo: false, limit: 3, sort: 'createdAt' } as const
      const first = await listOrThrow(held.store, recent)
      const second = await listOrThrow(held.store, { ...recent, cursor: first.page.nextCursor })
      expect([first.keys.length, second.keys.length, second.page.nextCursor]).toEqual([3, 1, null])
      expect([...first.keys, ...second.keys].map(({ id }) => id)).not.toContain(older.id)
      expect([first.page.total, first.counts.total, first.counts.revokedLongAgo]).toEqual([4, 6, 2])
    })

    it('lists what has any of several statuses and flags', async () => {
      await insertAll(
        held.store,
        sampleKey({ name: 'idle', createdAt: at(-2 * day) }),
        sampleKey({ name: 'busy', createdAt: at(-2 * day), lastUsedAt: at(-5) }),
        sampleKey({ name: 'gone', createdAt: at(-2 * day), lastUsedAt: at(-9), revokedAt: at(-5) }),
        sampleKey({ name: 'new' }),
      )
      const names = async (statuses: readonly KeyFilter[]) =>
        (await listOrThrow(held.store, { statuses, sort: 'name' })).keys.map(({ name }) => name)
      expect(await names(['unused'])).toEqual(['idle'])
      expect(await names(['unused', 'revoked'])).toEqual(['gone', 'idle'])
    })
  })
}
