import { dehydrate, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { type ReactNode, StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMockBackend, type Faults, mockNow } from '../../mocks/index.js'
import { createFetchClient } from '../client/index.js'
import { toInstant } from '../contract/index.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import { lateActs } from './late-acts.js'
import { type UseApiKeyManagerOptions, useApiKeyManager } from './use-api-key-manager.js'

const input = { name: 'ci-deploy', scopes: ['orders:read'] }

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a secret (UI-1)', () => {
  it('is in no cache, no dehydrated state, no event, no key and no storage', async () => {
    const { manager, queryClient, events, create } = await setUp()
    const secret = await create()
    await act(() => manager().rotateApiKey(manager().apiKeys[0]?.id ?? '', { overlapSeconds: 3600 }))
    const places = {
      // A mutation lives on for a moment after it is over.
      mutations: queryClient
        .getMutationCache()
        .getAll()
        .map((mutation) => [mutation.state, mutation.options]),
      queries: queryClient
        .getQueryCache()
        .getAll()
        .map((query) => [query.queryKey, query.state]),
      dehydrated: dehydrate(queryClient, {
        shouldDehydrateMutation: () => true,
        shouldDehydrateQuery: () => true,
      }),
      events,
      keys: manager().apiKeys,
      action: [manager().actions.create.data, manager().actions.create.variables],
      state: manager().secret.state,
      storage: [{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href],
      page: document.documentElement.outerHTML,
    }
    expect(JSON.stringify(places)).toContain('ci-deploy')
    expect(JSON.stringify(places)).not.toContain(secret.slice(25, 60))
    expect(manager().secret.read()).toBe(secret)
  })

  it('is not in what createApiKeys answers', async () => {
    const { manager } = await setUp()
    const created = await act(() => manager().createApiKeys(input))
    expect(created).toEqual([expect.objectContaining({ name: 'ci-deploy' })])
    expect(JSON.stringify(created)).not.toContain(manager().secret.read())
  })

  it('survives StrictMode and a list that is asked again', async () => {
    const { manager, create } = await setUp()
    const secret = await create()
    act(() => manager().refetch())
    await waitFor(() => expect(manager().isFetching).toBe(false))
    expect(manager().secret.read()).toBe(secret)
  })

  it('is closed by a question first, and gone once it is closed', async () => {
    const { manager, create, events } = await setUp()
    await create()
    act(() => manager().dialog.close())
    expect(manager().secret.state.status).toBe('confirmingClose')
    expect(manager().secret.read()).not.toBeNull()
    act(() => manager().secret.forceClose())
    expect(manager().secret.read()).toBeNull()
    expect(events.at(-1)).toMatchObject({ type: 'secretClosed', saved: false })
  })

  it('counts as saved only when the clipboard said so (UI-4)', async () => {
    const { manager, create } = await setUp()
    await create()
    vi.stubGlobal(
      'navigator',
      clipboardThat(() => Promise.reject(new DOMException('', 'NotAllowedError'))),
    )
    expect(await act(() => manager().secret.copy())).toMatchObject({ ok: false })
    expect(manager().secret.isSaved).toBe(false)
    const written: string[] = []
    vi.stubGlobal(
      'navigator',
      clipboardThat(async (text) => void written.push(text)),
    )
    expect(await act(() => manager().secret.copy())).toEqual({ ok: true })
    expect(manager().secret.isSaved).toBe(true)
    expect(written).toEqual([manager().secret.read()])
  })

  it('leaves with the page, for the browser keeps its memory for "back" (UI-5)', async () => {
    const { manager, create } = await setUp()
    await create()
    act(() => void window.dispatchEvent(new Event('pagehide')))
    expect(manager().secret.state).toMatchObject({ status: 'wiped', reason: 'pagehide' })
    expect(manager().secret.read()).toBeNull()
  })

  it('leaves when its time is over', async () => {
    const { manager, create } = await setUp({ secretTtlMs: 1000 })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    await create()
    act(() => void vi.advanceTimersByTime(999))
    expect(manager().secret.read()).not.toBeNull()
    act(() => void vi.advanceTimersByTime(1))
    expect(manager().secret.state).toMatchObject({ status: 'wiped', reason: 'expired' })
    expect(manager().secret.read()).toBeNull()
  })

  it('is out of reach in the very render in which the consumer changes', async () => {
    const { manager, create, view, seen } = await setUp({ consumerId: 'acme' })
    await create()
    act(() => manager().search.set('ci'))
    act(() => manager().dialog.open({ type: 'create' }))
    const { read } = manager().secret
    seen.length = 0
    view.rerender({ consumerId: 'globex' })
    expect(seen[0]).toEqual({ keys: [], secret: null, search: '', dialog: null })
    expect(read()).toBeNull()
  })

  it('leaves at most two seconds after its component (e)', async () => {
    const { manager, create, view, events } = await setUp()
    await create()
    const { read } = manager().secret
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    view.unmount()
    expect(read()).not.toBeNull()
    vi.advanceTimersByTime(2000)
    expect(read()).toBeNull()
    expect(events.at(-1)).toMatchObject({ type: 'secretClosed', saved: false })
  })

  it('that arrives when nobody is there any more is kept nowhere', async () => {
    const { manager, view, backend } = await setUp({ consumerId: 'acme' }, { latencyMs: 20 })
    const late = manager().createApiKeys(input)
    await act(lateActs.load)
    const { read } = manager().secret
    view.rerender({ consumerId: 'globex' })
    await act(() => late)
    expect(backend.calls.filter((call) => call.operation === 'create')).toHaveLength(1)
    expect(manager().secret.read()).toBeNull()
    expect(read()).toBeNull()
  })

  it('waits its turn where several were made', async () => {
    const { manager } = await setUp()
    await act(() => manager().createApiKeys([input, { ...input, name: 'billing' }]))
    const first = manager().secret.read()
    expect(manager().secret).toMatchObject({ waiting: 1, key: { name: 'ci-deploy' } })
    const { id } = manager().secret.key ?? expect.fail('no secret is on the page')
    act(() => manager().secret.acknowledge('manual'))
    act(() => manager().secret.requestClose())
    expect(manager().secret).toMatchObject({ waiting: 0, key: { name: 'billing' }, isSaved: false })
    // What kept the first one says so late.
    act(() => manager().secret.acknowledge('host', id))
    expect(manager().secret).toMatchObject({ key: { name: 'billing' }, isSaved: false })
    expect(manager().secret.read()).not.toBe(first)
  })
})

describe('a create whose answer got lost', () => {
  it('keeps the form, and makes no second key when it is repeated (MG-10)', async () => {
    const { manager, backend, loseAnswers } = await setUp()
    act(() => manager().dialog.open({ type: 'create' }))
    loseAnswers(true)
    await act(() => expect(manager().createApiKeys(input)).rejects.toMatchObject({ code: 'unreachable' }))
    expect(manager().secret.state).toMatchObject({ status: 'failed', error: { code: 'unreachable' } })
    expect(manager().dialog.state).toEqual({ type: 'create' })
    loseAnswers(false)
    await act(() => manager().createApiKeys(input))
    const ids = backend.calls.filter((call) => call.operation === 'create').map(idempotencyKeyOf)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(manager().secret.state).toMatchObject({ status: 'unknown', key: { name: 'ci-deploy' } })
    await waitFor(() => expect(manager().counts?.total).toBe(1))
  })

  it('makes no second key where the form is opened anew, and its 90 days end a minute later (MG-10)', async () => {
    let nowMs = mockNow
    const { manager, backend, loseAnswers } = await setUp({ now: () => nowMs })
    const inDays = (days: number) => toInstant(nowMs + days * 86_400_000)
    loseAnswers(true)
    await act(() =>
      expect(manager().createApiKeys({ ...input, expiresAt: inDays(90) })).rejects.toMatchObject({
        code: 'unreachable',
      }),
    )
    loseAnswers(false)
    nowMs += 60_000
    await act(() => manager().createApiKeys({ ...input, expiresAt: inDays(90) }))
    const ids = backend.calls.filter((call) => call.operation === 'create').map(idempotencyKeyOf)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
    expect(manager().secret.state).toMatchObject({ status: 'unknown', key: { name: 'ci-deploy' } })
    await waitFor(() => expect(manager().counts?.total).toBe(1))
  })

  it('says that nobody knows where an answer came that nobody can read', async () => {
    const { manager, garbleAnswers } = await setUp()
    garbleAnswers()
    await act(() => expect(manager().createApiKeys(input)).rejects.toMatchObject({ code: 'unknown' }))
    expect(manager().secret.state).toMatchObject({ status: 'unknown', key: null, name: 'ci-deploy' })
  })

  it('keeps the form where the server refused, and the next try is a new act', async () => {
    const { manager, backend, create } = await setUp()
    await create()
    act(() => manager().secret.forceClose())
    act(() => manager().dialog.open({ type: 'create' }))
    await act(() => expect(manager().createApiKeys(input)).rejects.toMatchObject({ code: 'name_taken' }))
    expect(manager().dialog.state).toEqual({ type: 'create' })
    await waitFor(() => expect(manager().actions.create.error?.code).toBe('name_taken'))
    const ids = backend.calls.filter((call) => call.operation === 'create').map(idempotencyKeyOf)
    expect(new Set(ids).size).toBe(2)
  })

  it('makes one key where it is asked for twice at once', async () => {
    const { manager, backend } = await setUp()
    await act(() => Promise.all([manager().createApiKeys(input), manager().createApiKeys(input)]))
    expect(backend.calls.filter((call) => call.operation === 'create')).toHaveLength(1)
    expect(manager().secret.waiting).toBe(0)
  })
})

const idempotencyKeyOf = ({ headers }: { headers: Headers }) => headers.get('Idempotency-Key')

function clipboardThat(writeText: (text: string) => Promise<void>) {
  return { clipboard: { writeText }, onLine: true }
}

async function setUp(options: UseApiKeyManagerOptions = {}, faults: Faults = {}) {
  const backend = createMockBackend({ faults, ...(options.now && { now: options.now }) })
  const queryClient = new QueryClient()
  const events: LatchkeyEvent[] = []
  const seen: unknown[] = []
  let losing = false
  let garbling = false
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      const answer = await backend.fetch(new Request(new URL(String(url), 'http://localhost'), init))
      if (losing && init?.method === 'POST') throw new TypeError('the connection was reset')
      return garbling && init?.method === 'POST' ? new Response('<html>', { status: 201 }) : answer
    },
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>
  )
  const view = renderHook(
    (props: UseApiKeyManagerOptions) => {
      const manager = useApiKeyManager({ client, onEvent: (event) => events.push(event), ...props })
      seen.push({
        keys: manager.apiKeys,
        secret: manager.secret.read(),
        search: manager.search.value,
        dialog: manager.dialog.state,
      })
      return manager
    },
    { wrapper, initialProps: options },
  )
  const manager = () => view.result.current
  await waitFor(() => expect(manager().view).toBe('empty'))
  return {
    backend,
    queryClient,
    events,
    seen,
    view,
    manager,
    loseAnswers: (lose: boolean) => {
      losing = lose
    },
    garbleAnswers: () => {
      garbling = true
    },
    async create() {
      await act(() => manager().createApiKeys(input))
      return manager().secret.read() ?? expect.fail('no secret is on the page')
    },
  }
}
