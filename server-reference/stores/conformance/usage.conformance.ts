import { describe, expect, it } from 'vitest'
import type { UsageEntry } from '../../core/api-key-store.js'
import { createExpiryGatherer } from '../../core/gathering/create-expiry-gatherer.js'
import { createFlusher } from '../../core/gathering/create-flusher.js'
import { at, consumerId, insertAll, now, refOf, revocationOf, sampleKey } from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

const today = '2026-11-23'
const yesterday = '2026-11-22'

export function describeUsage(open: OpenStore): void {
  describe('usage', () => {
    const held = withStore(open)

    it('adds up by day, within a call and over several', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const entry = { keyId: key.id, day: today, allowed: 2, denied: 1, lastUsedAt: null }
      await held.store.recordUsage([entry, entry, { ...entry, day: yesterday }])
      await held.store.recordUsage([entry])
      await held.store.recordUsage([])
      expect(await held.store.usage({ consumerId, ids: [key.id], sinceDay: yesterday })).toEqual({
        [key.id]: [
          { day: yesterday, allowed: 2, denied: 1 },
          { day: today, allowed: 6, denied: 3 },
        ],
      })
    })

    it('starts at the day that is asked for, and leaves out days without a request', async () => {
      const key = sampleKey()
      const unused = sampleKey()
      await insertAll(held.store, key, unused)
      await held.store.recordUsage([
        { keyId: key.id, day: '2026-10-31', allowed: 1, denied: 0, lastUsedAt: null },
        { keyId: key.id, day: '2026-11-02', allowed: 1, denied: 0, lastUsedAt: null },
      ])
      const series = await held.store.usage({ consumerId, ids: [key.id, unused.id], sinceDay: '2026-11-01' })
      expect(series).toEqual({ [key.id]: [{ day: '2026-11-02', allowed: 1, denied: 0 }], [unused.id]: [] })
    })

    it('forgets the days before one, so many at a time', async () => {
      const keys = [sampleKey(), sampleKey()]
      await insertAll(held.store, ...keys)
      const days = ['2025-10-01', '2025-10-02', '2025-10-03', yesterday]
      await held.store.recordUsage(
        keys.flatMap(({ id }) =>
          days.map((day) => ({ keyId: id, day, allowed: 1, denied: 0, lastUsedAt: null })),
        ),
      )
      const forget = () => held.store.forgetUsage('2025-10-03', 3)
      expect([await forget(), await forget(), await forget()]).toEqual([3, 1, 0])
      for (const { id } of keys) {
        const series = await held.store.usage({ consumerId, ids: [id], sinceDay: '2025-01-01' })
        expect(series[id]?.map(({ day }) => day)).toEqual(['2025-10-03', yesterday])
      }
    })

    it('says nothing of another consumer’s keys or of unknown ones', async () => {
      const foreign = sampleKey({ consumerId: 'app_2' })
      await insertAll(held.store, foreign)
      await held.store.recordUsage([
        { keyId: foreign.id, day: today, allowed: 1, denied: 0, lastUsedAt: null },
      ])
      const ids = [foreign.id, 'Unknown000000000', '__proto__']
      expect(await held.store.usage({ consumerId, ids, sinceDay: yesterday })).toEqual({})
      expect(await held.store.usage({ consumerId, ids: [], sinceDay: yesterday })).toEqual({})
    })

    it('skips ids that it does not know, and counts the others', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const entry = { day: today, allowed: 1, denied: 0, lastUsedAt: at(1) }
      await held.store.recordUsage([
        { keyId: 'Unknown000000000', ...entry },
        { keyId: key.id, ...entry },
      ])
      expect(await held.store.usage({ consumerId, ids: [key.id], sinceDay: today })).toEqual({
        [key.id]: [{ day: today, allowed: 1, denied: 0 }],
      })
    })

    it('takes many entries at once, and all of them', async () => {
      const keys = Array.from({ length: 3 }, () => sampleKey())
      await insertAll(held.store, ...keys)
      const entries = Array.from({ length: 1_200 }, (_, index) => ({
        keyId: keys[index % 3]?.id ?? '',
        day: today,
        allowed: 1,
        denied: 0,
        lastUsedAt: at(index),
      }))
      await held.store.recordUsage(entries)
      const ids = keys.map(({ id }) => id)
      const series = await held.store.usage({ consumerId, ids, sinceDay: today })
      expect(Object.values(series)).toEqual(ids.map(() => [{ day: today, allowed: 400, denied: 0 }]))
      expect(await held.store.get({ id: ids[2] ?? '', consumerId })).toHaveProperty('lastUsedAt', at(1_199))
    })

    it('lets a key be revoked between two parts of a long write', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const entry = { keyId: key.id, day: today, allowed: 1, denied: 0, lastUsedAt: null }
      const errors: unknown[] = []
      let parts = 0
      const store = {
        ...held.store,
        recordUsage: async (part: readonly UsageEntry[]) => {
          parts += 1
          if (parts === 2) await held.store.revoke(revocationOf(key))
          await held.store.recordUsage(part)
        },
      }
      const entries = Array.from({ length: 1_200 }, () => entry)
      const usage = { take: () => entries.splice(0), putBack: () => {} }
      const flusher = createFlusher(
        {
          store,
          flushIntervalMs: 1_000,
          report: (error) => errors.push(error),
          now: () => now,
          lookAtClock: () => {},
        },
        () => ({
          usage,
          refusals: { take: () => [], putBack: () => {} },
          expiries: createExpiryGatherer(() => {}),
        }),
      )
      await flusher.flush()
      expect(errors).toEqual([])
      expect(await held.store.get(refOf(key))).toHaveProperty('revokedAt', at(0))
      expect(await held.store.usage({ consumerId, ids: [key.id], sinceDay: today })).toEqual({
        [key.id]: [{ day: today, allowed: 1_200, denied: 0 }],
      })
    })

    it('moves the last use forward, never back, and leaves the version alone', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const use = async (...instants: (string | null)[]) => {
        await held.store.recordUsage(
          instants.map((lastUsedAt) => ({ keyId: key.id, day: today, allowed: 1, denied: 0, lastUsedAt })),
        )
        return await held.store.get(refOf(key))
      }
      expect(await use(null)).toMatchObject({ lastUsedAt: null })
      expect(await use(at(10), at(30), at(20))).toMatchObject({ lastUsedAt: at(30) })
      expect(await use(at(15), null)).toMatchObject({ lastUsedAt: at(30) })
      expect(await use(at(31))).toMatchObject({ lastUsedAt: at(31), version: 1, updatedAt: at(0) })
    })
  })
}
