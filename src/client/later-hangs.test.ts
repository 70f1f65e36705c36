import { afterEach, expect, it, vi } from 'vitest'
import { createFetchClient } from './create-fetch-client.js'

vi.mock('./later.js', () => new Promise(() => {}))

afterEach(() => vi.useRealTimers())

it('A refusal does not wait long for the code that reads it: it says what its status says', async () => {
  vi.useFakeTimers()
  const client = createFetchClient({
    baseUrl: '/api/keys',
    fetch: async () => Response.json({ code: 'unauthenticated', status: 401 }, { status: 401 }),
  })
  const refused = expect(client.list({})).rejects.toMatchObject({ code: 'unauthenticated', status: 401 })
  await vi.advanceTimersByTimeAsync(3000)
  await refused
  expect(vi.getTimerCount()).toBe(0)
})
