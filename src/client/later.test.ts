import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFetchClient } from './create-fetch-client.js'

vi.mock('./later.js', () => {
  throw new Error('no network')
})

afterEach(() => vi.unstubAllGlobals())

describe('where the code for more than the list cannot be fetched', () => {
  it('an act is refused before anything is sent', async () => {
    const { client, sent } = setUp(200)
    await expect(client.create({ name: 'ci' })).rejects.toMatchObject({ code: 'not_loaded' })
    await expect(client.revoke('id', {})).rejects.toMatchObject({ code: 'not_loaded' })
    expect(sent).toHaveLength(0)
  })

  it('and there is no network either, that is what is said', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    const { client, sent } = setUp(200)
    await expect(client.create({ name: 'ci' })).rejects.toMatchObject({ code: 'offline' })
    expect(sent).toHaveLength(0)
  })

  it('a list that is refused says what its status says', async () => {
    await expect(setUp(401).client.list({})).rejects.toMatchObject({ code: 'unauthenticated', status: 401 })
    await expect(setUp(503).client.list({})).rejects.toMatchObject({ code: 'store_unavailable' })
  })

  it('a list that asks for patience says for how long', async () => {
    await expect(setUp(429, { 'Retry-After': '30' }).client.list({})).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 30,
    })
  })
})

function setUp(status: number, headers: HeadersInit = {}) {
  const sent: string[] = []
  const client = createFetchClient({
    baseUrl: '/api/keys',
    fetch: async (url) => {
      sent.push(String(url))
      return Response.json({ code: 'forbidden', status }, { status, headers })
    },
  })
  return { client, sent }
}
