import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type KeyPage, keyPageSchema } from '../../../src/contract/index.js'
import type { Cast } from '../server.conformance.js'
import { expectProblem, succeeded } from './person.conformance.js'

export function describeListing(castNow: () => Cast): void {
  describe('Listing', () => {
    it('A person without keys has an empty list', async () => {
      const { keys, page, counts } = await list(castNow())
      expect(keys).toEqual([])
      expect(page).toEqual({ nextCursor: null, previousCursor: null, total: 0 })
      expect(counts.total).toBe(0)
    })

    it('Pages show every key once, forth and back (MG-18)', async () => {
      const names = await createNamed(castNow(), ['a', 'b', 'c', 'd', 'e'])
      const first = await list(castNow(), { sort: 'name', limit: '2' })
      const second = await list(castNow(), { sort: 'name', limit: '2', cursor: first.page.nextCursor ?? '' })
      const third = await list(castNow(), { sort: 'name', limit: '2', cursor: second.page.nextCursor ?? '' })
      expect([first, second, third].map(namesOf)).toEqual([['a', 'b'], ['c', 'd'], ['e']])
      expect(third.page.nextCursor).toBeNull()
      expect(first.page.previousCursor).toBeNull()
      expect(first.page.total).toBe(names.length)
      const back = await list(castNow(), {
        sort: 'name',
        limit: '2',
        cursor: second.page.previousCursor ?? '',
      })
      expect(namesOf(back)).toEqual(['a', 'b'])
    })

    it('A key that is created between two pages makes none appear twice', async () => {
      await createNamed(castNow(), ['a', 'b', 'c', 'd'])
      const first = await list(castNow(), { limit: '2' })
      await createNamed(castNow(), ['e'])
      const second = await list(castNow(), { limit: '2', cursor: first.page.nextCursor ?? '' })
      expect([...namesOf(first), ...namesOf(second)].toSorted()).toEqual(['a', 'b', 'c', 'd'])
    })

    it('Sorts both ways', async () => {
      await createNamed(castNow(), ['b', 'a', 'c'])
      expect(namesOf(await list(castNow(), { sort: 'name' }))).toEqual(['a', 'b', 'c'])
      expect(namesOf(await list(castNow(), { sort: '-name' }))).toEqual(['c', 'b', 'a'])
    })

    it('Finds by name in any case, by description, and by the characters that are shown', async () => {
      const { ada } = castNow()
      const { key } = await ada.create({ name: 'Till', description: 'In the shop' })
      await ada.create({ name: 'other' })
      for (const search of ['tILL', 'the shop', key.start, key.end]) {
        expect(namesOf(await list(castNow(), { search })), search).toContain('Till')
      }
      expect(namesOf(await list(castNow(), { search: '%' }))).toEqual([])
    })

    it('Filters by status, and counts all of them whatever the filter', async () => {
      const { ada } = castNow()
      await ada.create({ name: 'works' })
      const paused = await ada.create({ name: 'paused' })
      await ada.update(paused.key, { enabled: false })
      await ada.revoke((await ada.create({ name: 'ended' })).key.id)
      const { previous } = await ada.rotate((await ada.create({ name: 'turned' })).key.id, 3600)
      const filtered = await list(castNow(), { status: 'disabled,revoked', sort: 'name' })
      expect(namesOf(filtered)).toEqual(['ended', 'paused'])
      expect(filtered.counts).toMatchObject({ active: 2, disabled: 1, revoked: 1, rotating: 1, total: 5 })
      const rotating = await list(castNow(), { status: 'rotating' })
      expect(rotating.keys.map(({ id }) => id)).toEqual([previous.id])
    })

    it.each([
      { sort: 'digest' },
      { limit: '0' },
      { limit: '101' },
      { limit: '1e1' },
      { status: 'old' },
      { cursor: 'not-one-of-ours' },
      { cursor: '' },
      { owner: 'ada' },
      { search: 'a\0b' },
    ])('Refuses %j', async (query) => {
      expectProblem(await castNow().ada.send('list', { query }), 'validation_failed')
    })

    it('Refuses a parameter that is sent twice', async () => {
      expectProblem(await castNow().ada.request('?limit=1&limit=2', { method: 'GET' }), 'validation_failed')
    })
  })
}

async function list({ ada }: Cast, query: Record<string, string> = {}): Promise<KeyPage> {
  return v.parse(keyPageSchema, succeeded(await ada.send('list', { query })))
}

async function createNamed({ ada }: Cast, names: string[]): Promise<string[]> {
  for (const name of names) await ada.create({ name })
  return names
}

function namesOf({ keys }: KeyPage): string[] {
  return keys.map(({ name }) => name)
}
