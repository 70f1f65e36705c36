import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMockBackend, type MockBackendOptions, mockNow, mockPeople, seeds } from '../../mocks/index.js'
import { type ApiKeyClient, askFirst, createFetchClient, LatchkeyError } from '../client/index.js'
import { type UseApiKeyManagerOptions, useApiKeyManager } from './use-api-key-manager.js'

const input = { name: 'new-key', scopes: ['orders:read'] }
const everyStatus = { seed: seeds.everyStatus, now: mockNow }

afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

describe('the list', () => {
  it('has every key with the status that it has now', async () => {
    const { manager, ready } = setUp(everyStatus)
    expect(manager()).toMatchObject({ view: 'loading', isEmpty: false, isFilteredEmpty: false })
    await ready()
    const statuses = Object.fromEntries(manager().apiKeys.map((key) => [key.name, key.status]))
    expect(statuses).toMatchObject({
      'production-api': 'active',
      'ci-deploy': 'expiring',
      'staging-import': 'disabled',
      'local-dev': 'expired',
      'contractor-2025': 'revoked',
    })
    expect(
      manager()
        .apiKeys.filter((key) => key.unused)
        .map((key) => key.name),
    ).toContain('zapier-integration')
    expect(manager().counts?.total).toBe(manager().apiKeys.length)
  })

  it('says the difference between no keys at all and none that was looked for', async () => {
    const { manager, ready } = setUp(everyStatus, { searchDelayMs: 0 })
    await ready()
    act(() => manager().search.set('nothing is called like this'))
    await waitFor(() => expect(manager().view).toBe('filtered-empty'))
    expect(manager()).toMatchObject({ isEmpty: false, isFilteredEmpty: true })
    act(() => manager().search.clear())
    await waitFor(() => expect(manager().view).toBe('ready'))
  })

  it('never says that nothing was found on the way from "no keys" to those that were revoked long ago', async () => {
    const seed = (now: number) => seeds.longRevoked(now).slice(-3)
    const { manager, holdAnswers } = setUp({ seed, now: mockNow }, { searchDelayMs: 0 })
    await waitFor(() => expect(manager().view).toBe('empty'))
    const release = holdAnswers()
    act(() => manager().filters.set(['revoked']))
    await waitFor(() => expect(manager().isPlaceholderData).toBe(true))
    expect(manager().view).toBe('empty')
    release()
    await waitFor(() => expect(manager().view).toBe('ready'))
    const releaseBack = holdAnswers()
    act(() => manager().search.set('nothing is called like this'))
    await waitFor(() => expect(manager().isPlaceholderData).toBe(true))
    expect(manager().view).toBe('ready')
    releaseBack()
    await waitFor(() => expect(manager().view).toBe('filtered-empty'))
  })

  it('keeps the rows on the page while another search is on its way', async () => {
    const { manager, ready, holdAnswers } = setUp(everyStatus, { searchDelayMs: 0 })
    await ready()
    const release = holdAnswers()
    act(() => manager().search.set('production'))
    await waitFor(() => expect(manager().isPlaceholderData).toBe(true))
    expect(manager().apiKeys.length).toBeGreaterThan(1)
    expect(manager().search.isSearching).toBe(true)
    release()
    await waitFor(() => expect(manager().apiKeys.map((key) => key.name)).toEqual(['production-api']))
    expect(manager().search.isSearching).toBe(false)
  })

  it('asks the server once for a word, not once for each letter', async () => {
    const { manager, ready, backend } = setUp(everyStatus)
    await ready()
    const before = backend.calls.length
    for (const text of ['p', 'pr', 'pro', 'prod']) act(() => manager().search.set(text))
    await waitFor(() => expect(manager().apiKeys).toHaveLength(1))
    expect(backend.calls.slice(before).map((call) => call.path)).toEqual([
      expect.stringContaining('search=prod'),
    ])
  })

  it('finds a key that was pasted, and sends its secret nowhere', async () => {
    const { manager, ready, backend, queryClient } = setUp(everyStatus, { searchDelayMs: 0 })
    await ready()
    const [id = '', secret = ''] = [...backend.secrets][0] ?? []
    act(() => manager().search.set(` ${secret}\n`))
    await waitFor(() => expect(manager().apiKeys.map((key) => key.id)).toEqual([id]))
    expect(manager().search).toMatchObject({
      mode: 'key',
      value: `lk_live_${id.slice(0, 4)}…${secret.slice(-4)}`,
    })
    const sent = JSON.stringify([
      backend.calls,
      queryClient
        .getQueryCache()
        .getAll()
        .map((query) => query.queryKey),
    ])
    expect(sent).not.toContain(secret.slice(25, 40))
  })

  it('goes from page to page and back', async () => {
    const { manager, ready } = setUp({ seed: seeds.many(30), now: mockNow }, { pageSize: 10 })
    await ready()
    const first = manager().apiKeys.map((key) => key.id)
    act(() => manager().pagination.next())
    await waitFor(() => expect(manager().isPlaceholderData).toBe(false))
    expect(manager().pagination).toMatchObject({ page: 2, hasPrevious: true })
    expect(manager().apiKeys.map((key) => key.id)).not.toEqual(first)
    act(() => manager().pagination.previous())
    await waitFor(() => expect(manager().apiKeys.map((key) => key.id)).toEqual(first))
  })

  it('shows nothing of one consumer to another, and nobody who is signed out', async () => {
    const { manager, ready, view, backend } = setUp(everyStatus, { consumerId: 'acme' })
    await ready()
    backend.signIn(mockPeople.stranger)
    view.rerender({ consumerId: 'globex' })
    expect(manager()).toMatchObject({ view: 'loading', apiKeys: [] })
    await waitFor(() => expect(manager().view).toBe('empty'))
    backend.signIn(null)
    act(() => manager().refetch())
    await waitFor(() =>
      expect(manager()).toMatchObject({ view: 'error', error: { code: 'unauthenticated' } }),
    )
  })

  it('keeps no views of keys that nobody sees any more (UI-12)', async () => {
    const { manager, ready, view, backend } = setUp(everyStatus, { consumerId: 'acme' })
    await ready()
    const [before] = manager().apiKeys
    backend.signIn(mockPeople.stranger)
    view.rerender({ consumerId: 'globex' })
    await waitFor(() => expect(manager().view).toBe('empty'))
    view.rerender({ consumerId: 'acme' })
    const [after] = manager().apiKeys
    expect(after).toEqual(before)
    expect(after).not.toBe(before)
  })
})

describe('when it cannot be loaded', () => {
  it('says why, and recovers when it is asked again', async () => {
    const { manager, backend } = setUp({ faults: { status: { list: 503 } } })
    await waitFor(() =>
      expect(manager()).toMatchObject({
        view: 'error',
        error: { code: 'store_unavailable' },
        isEmpty: false,
      }),
    )
    expect(backend.calls.filter((call) => call.operation === 'list').length).toBeGreaterThanOrEqual(3)
    backend.setFaults({})
    act(() => manager().refetch())
    await waitFor(() => expect(manager().view).toBe('empty'))
  })

  it('waits for the network without hiding that', async () => {
    onlineManager.setOnline(false)
    const { manager } = setUp()
    await waitFor(() => expect(manager()).toMatchObject({ view: 'offline', isPaused: true, isOffline: true }))
    expect(manager().actions.create).toMatchObject({ allowed: false, reason: 'offline' })
    act(() => onlineManager.setOnline(true))
    await waitFor(() => expect(manager().view).toBe('empty'))
    expect(manager().actions.create.allowed).toBe(true)
  })

  it('keeps the rows that it has where the server is gone for a while', async () => {
    const { manager, ready, backend } = setUp(everyStatus)
    await ready()
    backend.setFaults({ unreachable: true })
    act(() => manager().refetch())
    await waitFor(() => expect(manager()).toMatchObject({ view: 'ready', isOffline: false, isError: true }))
    expect(manager().apiKeys.length).toBeGreaterThan(1)
  })

  it('sends no write into a network that is not there', async () => {
    const { manager, ready, backend } = setUp(everyStatus)
    await ready()
    onlineManager.setOnline(false)
    const before = backend.calls.length
    await act(() => expect(manager().createApiKeys(input)).rejects.toMatchObject({ code: 'offline' }))
    await act(() => expect(manager().revokeApiKey(idOf(manager, 'ci-deploy'))).rejects.toThrow())
    expect(backend.calls).toHaveLength(before)
    expect(manager().secret.isOpen).toBe(false)
  })
})

describe("a key's life", () => {
  it('begins in a dialog, goes through the secret step, and stands out on the list', async () => {
    const { manager } = setUp()
    await waitFor(() => expect(manager().view).toBe('empty'))
    act(() => manager().dialog.open({ type: 'create' }))
    await act(() => manager().createApiKeys(input))
    expect(manager().dialog.state).toEqual({ type: 'secret' })
    expect(manager().apiKeys[0]).toMatchObject({ name: 'new-key', fresh: true, status: 'active' })
    act(() => manager().secret.acknowledge('manual'))
    act(() => manager().dialog.close())
    expect(manager().dialog.state).toBeNull()
  })

  it('goes on in a successor, while the old one works until its overlap ends', async () => {
    const { manager, ready } = setUp(everyStatus)
    await ready()
    const id = idOf(manager, 'ci-deploy')
    act(() => manager().dialog.open({ type: 'rotate', id }))
    const { key, previous } = await act(() => manager().rotateApiKey(id, { overlapSeconds: 3600 }))
    expect(manager().secret).toMatchObject({ origin: 'rotate', key: { id: key.id }, previous: { id } })
    expect(manager().apiKeys.find((each) => each.id === key.id)).toMatchObject({ fresh: true })
    expect(manager().apiKeys.find((each) => each.id === previous.id)?.status).toBe('rotating')
    expect(manager().dialog.state).toEqual({ type: 'secret' })
  })

  it('is over only when the server said so', async () => {
    const { manager, ready, holdAnswers } = setUp(everyStatus)
    await ready()
    const id = idOf(manager, 'production-api')
    const release = holdAnswers()
    const revoked = manager().revokeApiKey(id)
    await waitFor(() => expect(manager().getKeyState(id).pending).toBe('revoke'))
    expect(keyOf(manager, id)?.status).toBe('active')
    release()
    await act(() => revoked)
    expect(keyOf(manager, id)).toMatchObject({ status: 'revoked', pending: null })
  })

  it('says at the key what failed, and can do it again', async () => {
    const { manager, ready, backend } = setUp(everyStatus)
    await ready()
    const id = idOf(manager, 'production-api')
    backend.setFaults({ status: { revoke: 500 } })
    await act(() => expect(manager().revokeApiKey(id)).rejects.toMatchObject({ code: 'internal_error' }))
    expect(keyOf(manager, id)).toMatchObject({ status: 'active', error: { code: 'internal_error' } })
    backend.setFaults({})
    act(() => manager().getKeyState(id).retry?.())
    await waitFor(() => expect(keyOf(manager, id)).toMatchObject({ status: 'revoked', error: null }))
  })

  it('rests and wakes', async () => {
    const { manager, ready } = setUp(everyStatus)
    await ready()
    const id = idOf(manager, 'production-api')
    await act(() => manager().setApiKeyEnabled(id, false))
    expect(keyOf(manager, id)?.status).toBe('disabled')
    await act(() => manager().setApiKeyEnabled(id, true))
    expect(keyOf(manager, id)?.status).toBe('active')
  })

  it('has its new name at once, and the old one back where the server refuses', async () => {
    const { manager, ready, holdAnswers } = setUp(everyStatus)
    await ready()
    const id = idOf(manager, 'production-api')
    const release = holdAnswers()
    const renamed = manager().updateApiKey(id, { name: 'ci-deploy' })
    const refused = expect(renamed).rejects.toMatchObject({ code: 'name_taken' })
    await waitFor(() => expect(keyOf(manager, id)).toMatchObject({ name: 'ci-deploy', pending: 'update' }))
    release()
    await act(() => refused)
    expect(keyOf(manager, id)).toMatchObject({ name: 'production-api', error: { code: 'name_taken' } })
  })

  it('is never overwritten with what somebody else changed meanwhile', async () => {
    const { manager, ready, client } = setUp(everyStatus)
    await ready()
    const { id, version } = manager().apiKeys[0] ?? expect.fail('no key')
    await client.update(id, { description: 'changed elsewhere' }, version)
    await act(() =>
      expect(manager().updateApiKey(id, { name: 'mine' })).rejects.toMatchObject({
        code: 'version_conflict',
      }),
    )
    await waitFor(() => expect(keyOf(manager, id)?.description).toBe('changed elsewhere'))
    await act(() => manager().updateApiKey(id, { name: 'mine' }))
    expect(keyOf(manager, id)?.name).toBe('mine')
  })
})

describe('what another backend answered', () => {
  it('is not said of the next one', async () => {
    const { manager, client, view } = setUp()
    const list = () => Promise.reject(new LatchkeyError('forbidden', '', { status: 403 }))
    view.rerender({ client: { ...client, backend: '/refuses', list } })
    await waitFor(() => expect(manager().view).toBe('error'))
    view.rerender({ client: { ...client, backend: '/slow', list: () => new Promise<never>(() => {}) } })
    expect(manager()).toMatchObject({ view: 'loading', error: null })
  })
})

describe('what the host declines', () => {
  it('leaves no trace in the state of the secret', async () => {
    const { manager, client, ready, view } = setUp(everyStatus)
    view.rerender({ client: askFirst(client, () => false) })
    await ready()
    await act(() => expect(manager().createApiKeys(input)).rejects.toMatchObject({ code: 'declined' }))
    expect(manager().secret.state.status).toBe('idle')
  })
})

describe('what cannot be done', () => {
  it('is left out where the backend lacks it', async () => {
    const { client, manager, view } = setUp()
    const poor: ApiKeyClient = { list: client.list, create: client.create }
    view.rerender({ client: poor })
    expect(manager().actions.rotate).toMatchObject({ allowed: false, reason: 'unsupported' })
    expect(manager().actions.create.allowed).toBe(true)
    await act(() => expect(manager().revokeApiKey('x')).rejects.toMatchObject({ code: 'method_not_allowed' }))
  })

  it('is said with its reason: a full quota, or what the host does not permit', async () => {
    const permissions = { revoke: { allowed: false, reason: 'Ask Ada.' } }
    const { manager, ready } = setUp({ ...everyStatus, policy: { maxKeys: 1 } }, { permissions })
    await ready()
    await waitFor(() => expect(manager().actions.create.reason).toBe('key_limit_reached'))
    expect(manager().actions.revoke).toMatchObject({ reason: 'not_permitted', reasonText: 'Ask Ada.' })
  })
})

type Manager = ReturnType<typeof setUp>['manager']

const keyOf = (manager: Manager, id: string) => manager().apiKeys.find((key) => key.id === id)

function idOf(manager: Manager, name: string): string {
  return manager().apiKeys.find((key) => key.name === name)?.id ?? expect.fail(`no key is called ${name}`)
}

function setUp(backendOptions: MockBackendOptions = {}, options: UseApiKeyManagerOptions = {}) {
  const backend = createMockBackend(backendOptions)
  const { now = Date.now } = backendOptions
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })
  let held = Promise.resolve()
  const holdAnswers = () => {
    let release = () => {}
    held = new Promise((resolve) => {
      release = resolve
    })
    return release
  }
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      await held
      return backend.fetch(new Request(new URL(String(url), 'http://localhost'), init))
    },
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>
  )
  const fixed = { client, now: typeof now === 'number' ? () => now : now, ...options }
  const view = renderHook((props: UseApiKeyManagerOptions) => useApiKeyManager({ ...fixed, ...props }), {
    wrapper,
    initialProps: {},
  })
  const manager = () => view.result.current
  const ready = () => waitFor(() => expect(manager().view).toBe('ready'))
  return { backend, queryClient, client, view, manager, ready, holdAnswers }
}
