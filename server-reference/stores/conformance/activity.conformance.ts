import { describe, expect, it } from 'vitest'
import {
  activityOf,
  at,
  eventFor,
  insertAll,
  insertionOf,
  refOf,
  sampleKey,
  suspensionOf,
} from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

export function describeActivity(open: OpenStore): void {
  describe('a key’s activity', () => {
    const held = withStore(open)

    it('gives back what was recorded, newest first', async () => {
      const key = sampleKey()
      const created = eventFor(key, {
        actor: { id: 'user_1', name: 'Ada' },
        address: '192.0.2.1',
        userAgent: 'curl/8',
      })
      const refused = eventFor(key, {
        type: 'refused',
        at: at(5),
        reason: 'ip_not_allowed',
        changes: ['a', 'b'],
      })
      const bare = eventFor(key, { type: 'updated', actor: { id: 'user_2' } })
      await held.store.insert(insertionOf(key, { event: created }))
      await held.store.recordEvent(refused)
      await held.store.recordEvent(bare)
      const events = await activityOf(held.store, key)
      const withoutIds = events.map(({ id: _, ...event }) => ({ ...event, consumerId: key.consumerId }))
      expect(withoutIds).toEqual([bare, refused, created])
    })

    it('holds what happened to its consumer since it was made, once for each change, in the order of all events', async () => {
      const [key, other] = [sampleKey(), sampleKey({ createdAt: at(60) })]
      const foreign = sampleKey({ consumerId: 'app_2' })
      await insertAll(held.store, key, foreign)
      const by = { actor: { id: 'support', name: 'Eve' }, reason: 'unpaid' }
      await held.store.suspendConsumer(...suspensionOf(key.consumerId, at(1), { ...by, at: at(1) }))
      await held.store.suspendConsumer(...suspensionOf(key.consumerId, at(2), { at: at(2) }))
      await insertAll(held.store, other)
      await held.store.recordEvent(eventFor(key, { type: 'refused', at: at(61) }))
      await held.store.suspendConsumer(...suspensionOf(key.consumerId, null, { at: at(62) }))
      await held.store.suspendConsumer(...suspensionOf(key.consumerId, null, { at: at(63) }))
      const seen = (events: Awaited<ReturnType<typeof activityOf>>) =>
        events.map(({ type, at: instant, keyId }) => [type, instant, keyId])
      const events = await activityOf(held.store, key)
      expect(seen(events)).toEqual([
        ['consumer_resumed', at(62), null],
        ['refused', at(61), key.id],
        ['consumer_suspended', at(1), null],
        ['created', at(0), key.id],
      ])
      expect(events[2]).toMatchObject(by)
      expect(seen(await activityOf(held.store, other))).toEqual([
        ['consumer_resumed', at(62), null],
        ['created', at(0), other.id],
      ])
      expect(await activityOf(held.store, foreign)).toHaveLength(1)
      const page = await held.store.activity({ ref: refOf(key), limit: 3, cursor: null })
      const rest =
        page?.ok && (await held.store.activity({ ref: refOf(key), limit: 3, cursor: page.page.nextCursor }))
      expect(rest).toMatchObject({ events: [{ type: 'created' }], page: { total: 4, nextCursor: null } })
    })

    it('has ids that grow, as text and as numbers', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      for (let index = 0; index < 12; index += 1) await held.store.recordEvent(eventFor(key))
      const ids = (await activityOf(held.store, key)).map(({ id }) => id)
      expect(ids.toSorted().toReversed()).toEqual(ids)
      expect(ids.toSorted((a, b) => Number(b) - Number(a))).toEqual(ids)
      expect(new Set(ids).size).toBe(13)
    })

    it('comes in pages, forwards and backwards', async () => {
      const key = sampleKey()
      await insertAll(held.store, key, sampleKey())
      for (const reason of ['1', '2', '3', '4']) await held.store.recordEvent(eventFor(key, { reason }))
      const page = async (cursor: string | null) => {
        const answer = await held.store.activity({ ref: refOf(key), limit: 2, cursor })
        if (!answer?.ok) throw new Error('No page.')
        return { reasons: answer.events.map(({ reason }) => reason), ...answer.page }
      }
      const first = await page(null)
      const second = await page(first.nextCursor)
      const third = await page(second.nextCursor)
      expect([first.reasons, second.reasons, third.reasons]).toEqual([['4', '3'], ['2', '1'], [null]])
      expect([first.previousCursor, third.nextCursor, third.total]).toEqual([null, null, 5])
      expect(await page(third.previousCursor)).toEqual(second)
      expect(await page(second.previousCursor)).toEqual(first)
    })

    it('refuses what is no cursor of it', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      for (const cursor of ['', 'x', btoa('["name","next",1,""]').replaceAll('=', '')]) {
        const answer = await held.store.activity({ ref: refOf(key), limit: 2, cursor })
        expect(answer).toEqual({ ok: false, code: 'cursor_invalid' })
      }
    })

    it('is null for an unknown key and for another consumer’s', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const read = (ref: { id: string; consumerId: string }) =>
        held.store.activity({ ref, limit: 5, cursor: null })
      expect(await read({ id: key.id, consumerId: 'app_2' })).toBeNull()
      expect(await read({ id: 'Unknown000000000', consumerId: key.consumerId })).toBeNull()
    })

    it('holds no key, whoever wrote one into a text (ST-1)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const secret = `lk_live_${key.id}_${'s'.repeat(49)}`
      const actor = { id: 'user_1', name: secret }
      await held.store.recordEvent(eventFor(key, { reason: `${secret} leaked`, userAgent: secret, actor }))
      const [event] = await activityOf(held.store, key)
      expect(event).toMatchObject({ reason: '[API key] leaked', userAgent: '[API key]' })
      expect(event?.actor?.name).toBe('[API key]')
    })

    it('bounds what a caller says of itself (ST-14)', async () => {
      const key = sampleKey()
      await insertAll(held.store, key)
      const long = '🗝'.repeat(5000)
      await held.store.recordEvent(
        eventFor(key, { userAgent: `x${long}`, address: long, actor: { id: 'user_1', name: long } }),
      )
      const [event] = await activityOf(held.store, key)
      expect(event?.userAgent).toBe(`x${'🗝'.repeat(255)}`)
      expect(event?.address?.length).toBeLessThanOrEqual(64)
      expect(event?.actor?.name?.length).toBeLessThanOrEqual(255)
    })
  })
}
