import { describe, expect, it } from 'vitest'
import { type ApiKey, type SortOrder, sortOrders } from '../../../src/contract/index.js'
import type { ApiKeyStore, StoreListQuery } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { at, insertAll, listOrThrow, queryFor, revocationOf, sampleKey } from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

/** Ties in every field, nulls beside instants, names that differ in case and in length. */
function keysToSort(): StoredKey[] {
  const instants = [null, at(-60), at(60), at(60)]
  const names = ['beta', 'Alpha', 'alpha', 'alphabet', 'Ω', '🗝', '\uFF21', 'Beta', 'zeta']
  return names.map((name, index) =>
    sampleKey({
      name,
      createdAt: at(Math.floor(index / 3)),
      lastUsedAt: instants[index % 4] ?? null,
      expiresAt: instants[(index + 1) % 4] ?? null,
    }),
  )
}

/** What the order promises of two neighbours, smaller first. */
const fieldOf = {
  createdAt: (key: ApiKey) => Date.parse(key.createdAt),
  name: (key: ApiKey) => key.name.toLowerCase(),
  lastUsedAt: (key: ApiKey) =>
    key.lastUsedAt === null ? Number.NEGATIVE_INFINITY : Date.parse(key.lastUsedAt),
  expiresAt: (key: ApiKey) => (key.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(key.expiresAt)),
}

async function walk(store: ApiKeyStore, options: Partial<StoreListQuery>) {
  const pages: string[][] = []
  let cursor: string | null = null
  let last: Awaited<ReturnType<typeof listOrThrow>>
  do {
    last = await listOrThrow(store, { ...options, cursor })
    pages.push(last.keys.map(({ id }) => id))
    cursor = last.page.nextCursor
  } while (cursor !== null)
  return { pages, last }
}

export function describePaging(open: OpenStore): void {
  describe('the pages of a list (MG-18)', () => {
    const held = withStore(open)

    it.each(sortOrders)('in the order %s hold each key once, forwards and backwards', async (sort) => {
      await insertAll(held.store, ...keysToSort())
      const whole = (await listOrThrow(held.store, { sort })).keys.map(({ id }) => id)
      const { pages, last } = await walk(held.store, { sort, limit: 2 })
      expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 2, 1])
      expect(pages.flat()).toEqual(whole)

      const backwards = [pages.at(-1)]
      let cursor = last.page.previousCursor
      while (cursor !== null) {
        const answer = await listOrThrow(held.store, { sort, limit: 2, cursor })
        backwards.unshift(answer.keys.map(({ id }) => id))
        expect(answer.page.nextCursor).not.toBeNull()
        cursor = answer.page.previousCursor
      }
      expect(backwards).toEqual(pages)
    })

    it.each(sortOrders)('in the order %s go by its field and then by id', async (sort) => {
      await insertAll(held.store, ...keysToSort())
      const { keys } = await listOrThrow(held.store, { sort })
      const ascending = sort.startsWith('-') ? keys.toReversed() : keys
      for (const [index, key] of ascending.entries()) {
        const next = ascending[index + 1]
        if (next) expect(isInOrder(key, next, sort)).toBe(true)
      }
    })

    it('put a key that was never used first, and one that never expires last', async () => {
      const [used, never] = [sampleKey({ lastUsedAt: at(-9), expiresAt: at(9) }), sampleKey()]
      await insertAll(held.store, used, never)
      const order = async (sort: SortOrder) =>
        (await listOrThrow(held.store, { sort })).keys.map(({ id }) => id)
      expect(await order('lastUsedAt')).toEqual([never.id, used.id])
      expect(await order('-lastUsedAt')).toEqual([used.id, never.id])
      expect(await order('expiresAt')).toEqual([used.id, never.id])
      expect(await order('-expiresAt')).toEqual([never.id, used.id])
    })

    it('count what the filter leaves, on every page', async () => {
      await insertAll(held.store, ...keysToSort())
      const first = await listOrThrow(held.store, { search: 'alpha', sort: 'name', limit: 2 })
      expect(first.page).toMatchObject({ total: 3, previousCursor: null })
      const { page, keys } = await listOrThrow(held.store, {
        search: 'alpha',
        sort: 'name',
        limit: 2,
        cursor: first.page.nextCursor,
      })
      expect(page).toMatchObject({ total: 3, nextCursor: null })
      expect(keys.map(({ name }) => name)).toEqual(['alphabet'])
    })

    it('are not shifted by a key that is added before the one they start at', async () => {
      const keys = keysToSort()
      await insertAll(held.store, ...keys)
      const first = await listOrThrow(held.store, { sort: '-createdAt', limit: 3 })
      const rest = await listOrThrow(held.store, { sort: '-createdAt', cursor: first.page.nextCursor })
      await insertAll(held.store, sampleKey({ createdAt: at(100) }))
      const again = await listOrThrow(held.store, { sort: '-createdAt', cursor: first.page.nextCursor })
      expect(again.keys).toEqual(rest.keys)
    })

    it('can be left again when they emptied meanwhile, whichever way they were entered', async () => {
      const [a, b, c] = [sampleKey({ name: 'a' }), sampleKey({ name: 'b' }), sampleKey({ name: 'c' })]
      await insertAll(held.store, a, b, c)
      const page = (cursor: string | null, limit: number) =>
        listOrThrow(held.store, { sort: 'name', statuses: ['active'], limit, cursor })
      const namesOf = ({ keys }: Awaited<ReturnType<typeof page>>) => keys.map(({ name }) => name)

      const first = await page(null, 2)
      await held.store.revoke(revocationOf(c))
      const emptied = await page(first.page.nextCursor, 2)
      expect(emptied).toMatchObject({ keys: [], page: { nextCursor: null, total: 2 } })
      expect(emptied.page.previousCursor).not.toBeNull()
      const back = await page(emptied.page.previousCursor, 2)
      expect(namesOf(back)).toEqual(['a', 'b'])
      expect(back.page).toMatchObject({ nextCursor: null, previousCursor: null })

      const second = await page((await page(null, 1)).page.nextCursor, 1)
      expect(namesOf(second)).toEqual(['b'])
      await held.store.revoke(revocationOf(a))
      const emptiedBefore = await page(second.page.previousCursor, 1)
      expect(emptiedBefore).toMatchObject({ keys: [], page: { previousCursor: null, total: 1 } })
      expect(emptiedBefore.page.nextCursor).not.toBeNull()
      const on = await page(emptiedBefore.page.nextCursor, 1)
      expect(namesOf(on)).toEqual(['b'])
      expect(on.page).toMatchObject({ nextCursor: null, previousCursor: null })

      await held.store.revoke(revocationOf(b))
      expect((await page(second.page.previousCursor, 1)).page).toEqual({
        nextCursor: null,
        previousCursor: null,
        total: 0,
      })
    })

    it('refuse a cursor that is none, or that belongs to another order', async () => {
      await insertAll(held.store, ...keysToSort())
      const { page } = await listOrThrow(held.store, { sort: 'name', limit: 2 })
      const text = (value: unknown) => btoa(JSON.stringify(value)).replaceAll('=', '')
      const bad = [
        '',
        'x',
        '!',
        '\u0000',
        'A'.repeat(512),
        text(null),
        text({}),
        text(['createdAt', 'next', 'text', 'id']),
        text(['createdAt', 'sideways', 1, 'id']),
        text(['createdAt', 'next', 1]),
        text(['createdAt', 'next', 1, 2]),
        text(['createdAt', 'next', 1.5, 'id']),
        page.nextCursor ?? '',
      ]
      for (const cursor of bad) {
        const answer = await held.store.list(queryFor({ sort: 'createdAt', cursor }))
        expect(answer, cursor).toEqual({ ok: false, code: 'cursor_invalid' })
      }
    })

    it('have cursors that fit into an address, for the longest name too', async () => {
      await insertAll(held.store, sampleKey({ name: '🗝'.repeat(64) }), sampleKey({ name: '🗝'.repeat(63) }))
      const { page } = await listOrThrow(held.store, { sort: '-name', limit: 1 })
      expect(page.nextCursor).toMatch(/^[\w-]{1,512}$/)
      const next = await listOrThrow(held.store, { sort: '-name', limit: 1, cursor: page.nextCursor })
      expect(next.keys).toHaveLength(1)
    })
  })
}

function isInOrder(key: ApiKey, next: ApiKey, sort: SortOrder): boolean {
  const field = sort.replace('-', '')
  for (const [name, value] of Object.entries(fieldOf)) {
    if (name !== field) continue
    const [left, right] = [value(key), value(next)]
    if (left === right) return key.id < next.id
    return typeof left === 'string' && typeof right === 'string'
      ? Buffer.compare(Buffer.from(left), Buffer.from(right)) < 0
      : left < right
  }
  return false
}
