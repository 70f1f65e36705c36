import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import { createFetchClient } from '../client/index.js'
import type { UpdateInput } from '../contract/index.js'
import { useApiKeyManager } from './use-api-key-manager.js'

describe('A change whose answer got lost, made again', () => {
  it.each<[string, UpdateInput]>([
    ['name', { name: 'mine' }],
    ['permissions', { scopes: ['orders:read'] }],
    ['end', { expiresAt: '2027-01-01T00:00:00Z' }],
    ['description', { description: 'mine' }],
    ['disabling', { enabled: false }],
  ])('is a success where it took effect: %s', async (_, patch) => {
    const { manager, id, version, loseAnswers, client } = await setUp()
    const update = () => act(() => manager().actions.update.mutateAsync({ id, version, patch }))
    loseAnswers(true)
    await expect(update()).rejects.toMatchObject({ code: 'unreachable' })
    loseAnswers(false)
    expect(await update()).toMatchObject({ id, version: version + 1 })
    expect(manager().actions.update.isSuccess).toBe(true)
    expect((await client.get(id)).key.version).toBe(version + 1)
  })

  it('is one as well where its end is in as many days from a later now', async () => {
    const { manager, id, version, loseAnswers } = await setUp()
    const updateTo = (expiresAt: string | null) =>
      act(() => manager().actions.update.mutateAsync({ id, version, patch: { expiresAt } }))
    loseAnswers(true)
    await expect(updateTo('2027-01-01T00:00:00Z')).rejects.toMatchObject({ code: 'unreachable' })
    loseAnswers(false)
    expect(await updateTo('2027-01-01T00:00:20Z')).toMatchObject({ expiresAt: '2027-01-01T00:00:00.000Z' })
    await expect(updateTo('2027-01-02T00:00:00Z')).rejects.toMatchObject({ code: 'version_conflict' })
    await expect(updateTo(null)).rejects.toMatchObject({ code: 'version_conflict' })
  })

  it('is a conflict where somebody else changed the same since', async () => {
    const { manager, id, version, loseAnswers, client } = await setUp()
    const patch = { description: 'mine' }
    const update = () => act(() => manager().actions.update.mutateAsync({ id, version, patch }))
    loseAnswers(true)
    await expect(update()).rejects.toMatchObject({ code: 'unreachable' })
    loseAnswers(false)
    await client.update(id, { description: 'theirs' }, version + 1)
    await expect(update()).rejects.toMatchObject({ code: 'version_conflict' })
    expect((await client.get(id)).key.description).toBe('theirs')
  })
})

async function setUp() {
  const backend = createMockBackend({ seed: seeds.many(1), now: mockNow })
  let losing = false
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      const answer = await backend.fetch(new Request(new URL(String(url), 'http://localhost'), init))
      if (losing && init?.method !== 'GET') throw new TypeError('the connection was reset')
      return answer
    },
  })
  const queryClient = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const view = renderHook(() => useApiKeyManager({ client, now: () => mockNow }), { wrapper })
  const manager = () => view.result.current
  await waitFor(() => expect(manager().view).toBe('ready'))
  const { id = '', version = 0 } = manager().apiKeys[0] ?? {}
  return {
    client,
    manager,
    id,
    version,
    loseAnswers: (lose: boolean) => {
      losing = lose
    },
  }
}
