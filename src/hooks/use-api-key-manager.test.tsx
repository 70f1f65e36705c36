import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { describe, expect, it } from 'vitest'
import { createMockBackend, type MockBackendOptions, seeds } from '../../mocks/index.js'
import { createFetchClient } from '../client/index.js'
import { type UseApiKeyManagerOptions, useApiKeyManager } from './use-api-key-manager.js'

describe('a key, from the hook to the server and back', () => {
  it('is created, revealed once, saved and closed', async () => {
    const { manager } = setUp()
    await waitFor(() => expect(manager().view).toBe('empty'))
    act(() => manager().dialog.open({ type: 'create' }))
    const created = await act(() => manager().createApiKeys({ name: 'ci-deploy', scopes: ['orders:read'] }))
    expect(created).toEqual([expect.objectContaining({ name: 'ci-deploy' })])
    expect(manager().dialog.state).toEqual({ type: 'secret' })
    expect(manager().secret.read()).toMatch(/^lk_live_/)
    expect(manager().apiKeys[0]).toMatchObject({ name: 'ci-deploy', fresh: true, status: 'active' })
    act(() => manager().secret.acknowledge('manual'))
    act(() => manager().dialog.close())
    expect(manager().dialog.state).toBeNull()
    expect(manager().secret.read()).toBeNull()
  })
})

function setUp(backendOptions: MockBackendOptions = {}, options: UseApiKeyManagerOptions = {}) {
  const backend = createMockBackend(backendOptions)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>
  )
  const view = renderHook(
    (props: UseApiKeyManagerOptions) => useApiKeyManager({ client, ...options, ...props }),
    {
      wrapper,
      initialProps: {},
    },
  )
  return { backend, queryClient, view, manager: () => view.result.current }
}
void seeds
