import { describe, expect, it } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import { keyFilters, sortOrders } from '../contract/index.js'
import type { ListKeys } from './api-key-client.js'
import { createFetchClient } from './create-fetch-client.js'
import { toKeyPage } from './to-key-page.js'

const backend = createMockBackend({ seed: seeds.longRevoked, now: mockNow })
const server = createFetchClient({
  baseUrl: backend.basePath,
  fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
})

const questions: ListKeys[] = [
  {},
  ...sortOrders.map((sort) => ({ sort })),
  ...keyFilters.map((filter) => ({ status: [filter] })),
  { status: ['revoked', 'unused'], sort: 'name' },
  { search: 'BILLING' },
  { search: 'in production' },
  { search: 'worker' },
  { search: 'nobody is called so' },
  { search: 'a', status: ['active'], sort: '-name' },
  { limit: 3, sort: 'expiresAt' },
]

describe('A list made of all keys, beside the server’s', () => {
  it.each(questions)('answers %o with the same keys and counts', async (question) => {
    const { keys: all } = await server.list({ status: [...keyFilters], limit: 100 })
    const theirs = await server.list(question)
    const ours = toKeyPage(all, question, mockNow)
    expect(ours.keys.map(({ id }) => id)).toEqual(theirs.keys.map(({ id }) => id))
    expect(ours.counts).toEqual(theirs.counts)
    expect(ours.page.total).toBe(theirs.page.total)
    expect(ours.page.nextCursor === null).toBe(theirs.page.nextCursor === null)
  })

  it('goes on from page to page, to the end and back', async () => {
    const { keys: all } = await server.list({ status: [...keyFilters], limit: 100 })
    const first = toKeyPage(all, { limit: 4 }, mockNow)
    const second = toKeyPage(all, { limit: 4, cursor: first.page.nextCursor ?? '' }, mockNow)
    const whole = toKeyPage(all, { limit: 8 }, mockNow)
    expect([...first.keys, ...second.keys]).toEqual(whole.keys)
    expect(first.page.previousCursor).toBeNull()
    expect(second.page).toMatchObject({ nextCursor: null, previousCursor: '0', total: 8 })
  })
})
