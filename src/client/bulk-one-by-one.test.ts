import { expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import { bulkOneByOne } from './bulk-one-by-one.js'
import { createFetchClient } from './create-fetch-client.js'
import { LatchkeyError } from './latchkey-error.js'

const backend = createMockBackend({ seed: seeds.one, now: mockNow })
const { list, get } = createFetchClient({
  baseUrl: backend.basePath,
  fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
})
const aKey = async () => get((await list({})).keys[0]?.id ?? '')

const failingAt = (failing: string, error: LatchkeyError) =>
  vi.fn(async (id: string) => {
    if (id === failing) throw error
    return aKey()
  })

it('does one after the other, each key once', async () => {
  const act = vi.fn(aKey)
  const { results } = await bulkOneByOne(['a', 'b', 'a'], {}, act)
  expect(results.map(({ id, key }) => [id, key !== undefined])).toEqual([
    ['a', true],
    ['b', true],
  ])
  expect(act.mock.calls).toEqual([['a'], ['b']])
})

it('goes on past a key that fails for a reason of its own', async () => {
  const act = failingAt('b', new LatchkeyError('not_found', 'gone'))
  const { results } = await bulkOneByOne(['a', 'b', 'c'], {}, act)
  expect(results.map(({ error }) => error?.code)).toEqual([undefined, 'not_found', undefined])
})

it('tries no further where the next would fail as well, and says so of each', async () => {
  const act = failingAt('b', new LatchkeyError('rate_limited', 'slow down'))
  const { results } = await bulkOneByOne(['a', 'b', 'c'], {}, act)
  expect(results.map(({ error }) => error?.code)).toEqual([undefined, 'rate_limited', 'rate_limited'])
  expect(act).toHaveBeenCalledTimes(2)
})

it('fails as a whole where nothing was done and nothing could be', async () => {
  const act = failingAt('a', new LatchkeyError('offline', 'no network'))
  await expect(bulkOneByOne(['a', 'b'], {}, act)).rejects.toMatchObject({ code: 'offline' })
  expect(act).toHaveBeenCalledTimes(1)
})

it('stops when it is called off', async () => {
  const stop = new AbortController()
  const act = vi.fn(async () => {
    stop.abort()
    return aKey()
  })
  const { results } = await bulkOneByOne(['a', 'b'], { signal: stop.signal }, act).catch(() => ({
    results: 'called off',
  }))
  expect(results).toBe('called off')
  expect(act).toHaveBeenCalledTimes(1)
})
