import { describe, expect, it } from 'vitest'
import type { DuePage, DueQuery, Notice } from '../../core/api-key-store.js'
import {
  activityOf,
  at,
  day,
  eventFor,
  insertAll,
  now,
  refOf,
  revocationOf,
  rotationOf,
  sampleKey,
  updateOf,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

const query: DueQuery = {
  kind: 'expiring',
  now,
  endsBeforeMs: now + 7 * day * 1000,
  unusedSinceMs: now - 90 * day * 1000,
  cursor: null,
  limit: 100,
}

export function describeNotices(open: OpenStore): void {
  describe('what there is to say about keys (OP-11)', () => {
    const held = withStore(open)
    const dueIds = async (changes: Partial<DueQuery> = {}) => {
      const { keys } = await held.store.findDue({ ...query, ...changes })
      return keys.map(({ id }) => id)
    }

    it('is found where a working key ends soon or was not used for long', async () => {
      const ends = sampleKey({ expiresAt: at(7 * day), createdAt: at(-day) })
      const idle = sampleKey({ createdAt: at(-200 * day), lastUsedAt: at(-90 * day), consumerId: 'app_2' })
      const never = sampleKey({ createdAt: at(-90 * day) })
      const later = sampleKey({ expiresAt: at(7 * day + 1) })
      const used = sampleKey({ createdAt: at(-200 * day), lastUsedAt: at(-89 * day) })
      const over = sampleKey({ expiresAt: at(0), createdAt: at(-200 * day) })
      await insertAll(held.store, never, later, used, over, idle, ends)
      const [ending, stale] = [[ends], [idle, never]].map((keys) =>
        keys.map(({ id, consumerId, name, expiresAt, lastUsedAt, createdAt }) => ({
          id,
          consumerId,
          name,
          endsAtMs: expiresAt && Date.parse(expiresAt),
          lastUsedAtMs: lastUsedAt && Date.parse(lastUsedAt),
          createdAtMs: Date.parse(createdAt),
        })),
      )
      expect(await held.store.findDue(query)).toEqual({ keys: ending, nextCursor: null })
      expect(await held.store.findDue({ ...query, kind: 'stale' })).toEqual({ keys: stale, nextCursor: null })
    })

    it('is found page by page, each key once, whether a page is full or not', async () => {
      const keys = [0, 1, 2, 3, 4, 5, 6].map((index) =>
        // Two of each instant, and every third is no news.
        sampleKey({ createdAt: at(-100 * day - (index >> 1)), lastUsedAt: index % 3 === 0 ? at(0) : null }),
      )
      await insertAll(held.store, ...keys)
      const found: string[] = []
      for (let cursor: string | null = null, pages = 0; pages < 9; pages += 1) {
        const from: string | null = cursor
        const page: DuePage = await held.store.findDue({ ...query, kind: 'stale', cursor: from, limit: 2 })
        expect(page.keys.length).toBeLessThanOrEqual(2)
        found.push(...page.keys.map(({ id }) => id))
        cursor = page.nextCursor
        if (cursor === null) break
      }
      const due = keys.filter(({ lastUsedAt }) => lastUsedAt === null).map(({ id }) => id)
      expect(found.toSorted()).toEqual(due.toSorted())
    })

    it('is not found again once it was claimed, until there is something else to say', async () => {
      const ends = sampleKey({ expiresAt: at(day) })
      const idle = sampleKey({ createdAt: at(-200 * day) })
      await insertAll(held.store, ends, idle)
      const notices: Notice[] = [
        { keyId: ends.id, kind: 'expiring', about: String(now + day * 1000) },
        { keyId: idle.id, kind: 'stale', about: 'never' },
      ]
      expect(await held.store.claimNotices(notices, now)).toEqual(notices)
      expect([await dueIds(), await dueIds({ kind: 'stale' })]).toEqual([[], []])
      await held.store.update(updateOf(ends, { expiresAt: at(2 * day) }))
      const used = { keyId: idle.id, day: '2026-11-23', allowed: 1, denied: 0, lastUsedAt: at(0) }
      await held.store.recordUsage([used])
      expect(await dueIds()).toEqual([ends.id])
      expect(await dueIds({ kind: 'stale', unusedSinceMs: now })).toEqual([idle.id])
    })

    it('is nothing for a key that was revoked, disabled or replaced', async () => {
      const keys = [1, 2, 3].map(() => sampleKey({ expiresAt: at(day) }))
      const [revoked = sampleKey(), disabled = sampleKey(), replaced = sampleKey()] = keys
      await insertAll(held.store, ...keys)
      await held.store.revoke(revocationOf(revoked))
      await held.store.update(updateOf(disabled, { enabled: false }))
      await held.store.rotate(rotationOf(replaced))
      expect(await dueIds()).toEqual([])
    })

    it('is claimed once, however many claim it', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const one: Notice = { keyId: key.id, kind: 'new_network', about: '192.0.2.0/24' }
      const other: Notice = { ...one, about: '198.51.100.0/24' }
      const claims = await Promise.all([1, 2, 3, 4].map(() => held.store.claimNotices([one], now)))
      expect(claims.flat()).toEqual([one])
      expect(await held.store.claimNotices([one, other, { ...other, kind: 'stale' }], now)).toEqual([
        other,
        { ...other, kind: 'stale' },
      ])
      expect(await held.store.claimNotices([{ ...one, keyId: 'Unknown000000000' }], now)).toEqual([])
      expect(await held.store.claimNotices([], now)).toEqual([])
    })

    it('is in the log where it comes with an event, once and bounded, with the claim (ST-10)', async () => {
      const [key, other] = [sampleKey(), sampleKey()]
      await insertAll(held.store, key, other)
      const event = eventFor(key, { type: 'leaked', reason: `https://example.com/${'x'.repeat(900)}` })
      const notice: Notice = { keyId: key.id, kind: 'leaked', about: '2026-11-23' }
      const plain: Notice = { ...notice, keyId: other.id }
      const claims = await Promise.all(
        [1, 2, 3].map(() => held.store.claimNotices([{ ...notice, event }, plain], now)),
      )
      expect(claims.flat().toSorted((one, two) => one.keyId.localeCompare(two.keyId))).toEqual(
        [notice, plain].toSorted((one, two) => one.keyId.localeCompare(two.keyId)),
      )
      const [leaked, created, ...rest] = await activityOf(held.store, key)
      expect([leaked?.type, created?.type, rest.length]).toEqual(['leaked', 'created', 0])
      expect(leaked?.reason).toHaveLength(255)
      expect(await activityOf(held.store, other)).toHaveLength(1)
    })

    it('is remembered within bounds, and what is new is said beyond them (ST-14)', async () => {
      const [key, other] = [sampleKey(), sampleKey()]
      await insertAll(held.store, key, other)
      const about = (from: number) =>
        Array.from({ length: 600 }, (_, index): Notice => {
          return { keyId: key.id, kind: 'new_network', about: String(from + index) }
        })
      const ofOther: Notice = { keyId: other.id, kind: 'new_network', about: '1' }
      await held.store.claimNotices([ofOther], now)
      await held.store.claimNotices(about(0), now)
      await held.store.claimNotices(about(600), now + 1)
      expect(await held.store.claimNotices(about(5_000), now + 2)).toHaveLength(600)
      expect(await held.store.claimNotices(about(5_000), now + 3)).toEqual([])
      expect(await held.store.claimNotices([...about(0), ofOther], now + 4)).toHaveLength(600)
    })

    it('knows a line of rotations by its first key (MG-11)', async () => {
      const first = sampleKey()
      await insertAll(held.store, first)
      const lineOf = async (id: string) => (await held.store.findForVerification(id))?.lineageId
      expect(await lineOf(first.id)).toBe(first.id)
      const second = rotationOf(first, { overlapEndsAt: null })
      await held.store.rotate(second)
      const third = rotationOf(second.successor, { overlapEndsAt: null })
      await held.store.rotate(third)
      expect(await held.store.get(refOf(third.successor))).not.toBeNull()
      for (const { id } of [first, second.successor, third.successor]) expect(await lineOf(id)).toBe(first.id)
    })
  })
}
