import { QueryClient } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import { type ApiKeyClient, createFetchClient } from '../client/index.js'
import { useApiKeyManager } from './use-api-key-manager.js'

it('A secret of another shape is kept out of state, query keys, requests and the address, where the client knows it', async () => {
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
  const { result } = renderHook(() =>
    useApiKeyManager({ client, queryClient, onListChange, searchDelayMs: 0, now: () => mockNow }),
  )
  await waitFor(() => expect(result.current.view).toBe('ready'))
  act(() => result.current.search.set('Bearer ak_0123456789abcdef'))
  expect(result.current.search.value).toBe('Bearer ak_…')
  await waitFor(() => expect(onListChange).toHaveBeenCalled())
  await waitFor(() => expect(result.current.view).toBe('filtered-empty'))
  const kept = JSON.stringify([
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => queryKey),
    backend.calls.map(({ path }) => path),
    onListChange.mock.calls,
  ])
  expect(kept).not.toContain('0123456789abcdef')
  expect(kept).toContain('Bearer ak_…')
})
