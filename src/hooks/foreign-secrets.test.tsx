import { QueryClient } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import { type ApiKeyClient, createFetchClient } from '../client/index.js'
import type { ListQuestion } from './list-question.js'
import { useApiKeyManager } from './use-api-key-manager.js'

it('A secret of another shape is kept out of state, query keys, requests and the address, where the client knows it', async () => {
  const { result, onListChange, kept } = setUp()
  await waitFor(() => expect(result.current.view).toBe('ready'))
  act(() => result.current.search.set('Bearer ak_0123456789abcdef'))
  expect(result.current.search.value).toBe('Bearer ak_…')
  await waitFor(() => expect(onListChange).toHaveBeenCalled())
  await waitFor(() => expect(result.current.view).toBe('filtered-empty'))
  expect(kept()).not.toContain('0123456789abcdef')
  expect(kept()).toContain('Bearer ak_…')
})

it.each([
  ['of another shape', 'ak_0123456789abcdef', 'ak_…', 'ak_…'],
  ['of this package', `lk_live_${'i'.repeat(16)}_${'s'.repeat(49)}`, 'lk_live_iiii…ssss', ''],
])(
  'A secret %s that the address brings back is masked, and taken out of the address at once',
  async (_, secret, shown, told) => {
    const { result, onListChange, kept } = setUp({ search: secret })
    await waitFor(() => expect(result.current.view).toBe('filtered-empty'))
    expect(result.current.search.value).toBe(shown)
    expect(onListChange).toHaveBeenCalledExactlyOnceWith({ search: told, statuses: [], sort: '-createdAt' })
    expect(kept()).not.toContain(secret.slice(-12))
  },
)

it('Nobody is told of a list that is as the address has it', async () => {
  const { result, onListChange } = setUp({ search: 'nothing is called like this' })
  await waitFor(() => expect(result.current.view).toBe('filtered-empty'))
  expect(onListChange).not.toHaveBeenCalled()
})

function setUp(initialList?: Partial<ListQuestion>) {
  const backend = createMockBackend({ seed: seeds.one, now: mockNow })
  const client: ApiKeyClient = {
    ...createFetchClient({
      baseUrl: backend.basePath,
      fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
    }),
    toSearch: (typed) => typed.replace(/ak_\w{8,}/g, 'ak_…'),
  }
  const queryClient = new QueryClient()
  const onListChange = vi.fn()
  const options = { client, queryClient, initialList, onListChange, searchDelayMs: 0, now: () => mockNow }
  const { result } = renderHook(() => useApiKeyManager(options))
  const queryKeys = () =>
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey)
  const paths = () => backend.calls.map(({ path }) => path)
  return {
    result,
    onListChange,
    kept: () => JSON.stringify([queryKeys(), paths(), onListChange.mock.calls]),
  }
}
