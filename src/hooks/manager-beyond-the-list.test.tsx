import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMockBackend, type MockBackendOptions, mockNow, seeds } from '../../mocks/index.js'
import { type Act, askFirst, createFetchClient, LatchkeyError } from '../client/index.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import { lateActs } from './late-acts.js'
import { type UseApiKeyManagerOptions, useApiKeyManager } from './use-api-key-manager.js'

const everyStatus = { seed: seeds.everyStatus, now: mockNow }

afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

describe('many keys at once', () => {
  it('are revoked by name, with one word to the host and an end that can be forgotten', async () => {
    const { manager, ready, events, calls } = setUp(everyStatus)
    await ready()
    const ids = idsOf(manager, 'production-api', 'ci-deploy')
    act(() => manager().selection.set(ids))
    await act(() => manager().actions.bulkRevoke.mutateAsync([...manager().selection.ids]))
    expect(manager().actions.bulkRevoke).toMatchObject({
      isDone: true,
      progress: { done: 2, total: 2 },
      failedIds: [],
    })
    expect(ids.map((id) => statusOf(manager, id))).toEqual(['revoked', 'revoked'])
    expect(calls('bulk')).toHaveLength(1)
    expect(events.map(({ type }) => type)).toEqual(['bulkDone'])
    expect(manager().selection.count).toBe(0)
    act(() => manager().actions.bulkRevoke.reset())
    expect(manager().actions.bulkRevoke).toMatchObject({ isDone: false, results: [] })
  })

  it('go in portions that can be watched, and that can be stopped', async () => {
    const { manager, ready, hold } = setUp({ seed: seeds.many(30), now: mockNow }, { pageSize: 50 })
    await ready()
    const ids = manager().apiKeys.map(({ id }) => id)
    const release = hold()
    act(() => manager().actions.bulkDisable.mutate(ids))
    expect(manager().actions.bulkDisable).toMatchObject({
      isPending: true,
      progress: { done: 0, total: ids.length },
    })
    // From here on the first request is under way.
    await act(lateActs.load)
    act(() => manager().actions.bulkDisable.stop())
    release()
    await waitFor(() => expect(manager().actions.bulkDisable.isDone).toBe(true))
    expect(manager().actions.bulkDisable.progress.done).toBe(10)
    const tried = new Set(manager().actions.bulkDisable.results.map(({ id }) => id))
    expect(ids.filter((id) => !tried.has(id))).toHaveLength(ids.length - 10)
    expect(manager().actions.bulkDisable.failedIds.length).toBeGreaterThanOrEqual(ids.length - 10)
  })

  it('say which of them failed, and those alone are tried again', async () => {
    const { manager, ready, backend, calls } = setUp(everyStatus)
    await ready()
    const ids = idsOf(manager, 'production-api', 'ci-deploy')
    backend.setFaults({ status: { bulk: 503 } })
    await act(() => manager().actions.bulkRevoke.mutateAsync(ids))
    expect(manager().actions.bulkRevoke.results).toEqual(
      ids.map((id) => ({ id, ok: false, code: 'store_unavailable' })),
    )
    expect(statusOf(manager, ids[0])).toBe('active')
    backend.setFaults({})
    await act(() => manager().actions.bulkRevoke.mutateAsync([...ids, 'AAAAAAAAAAAAAAAA']))
    expect(manager().actions.bulkRevoke.failedIds).toEqual(['AAAAAAAAAAAAAAAA'])
    // Gone is gone: there is nothing to try again.
    expect(manager().actions.bulkRevoke.retryableIds).toEqual([])
    act(() => manager().actions.bulkRevoke.retryFailed())
    expect(manager().actions.bulkRevoke).toMatchObject({ isPending: false, isDone: true })
    expect(calls('bulk')).toHaveLength(2)
  })

  it('keep what was refused for good beside a second try of the others', async () => {
    const { manager, ready, calls, client } = setUp(everyStatus)
    await ready()
    const [id = ''] = idsOf(manager, 'ci-deploy')
    const missing = 'AAAAAAAAAAAAAAAA'
    const { bulk } = client
    vi.spyOn(client, 'bulk').mockImplementationOnce(async (...given) => {
      const { results } = await bulk(...given)
      const [, refused] = results
      return { results: refused ? [refused] : [] }
    })
    await act(() => manager().actions.bulkRevoke.mutateAsync([id, missing]))
    expect(manager().actions.bulkRevoke).toMatchObject({ failedIds: [id, missing], retryableIds: [id] })
    act(() => manager().actions.bulkRevoke.retryFailed())
    await waitFor(() => expect(calls('bulk')).toHaveLength(2))
    await waitFor(() => expect(manager().actions.bulkRevoke.isDone).toBe(true))
    expect(manager().actions.bulkRevoke).toMatchObject({ failedIds: [missing], retryableIds: [] })
  })

  it('are asked about once, however many requests they take', async () => {
    const approve = vi.fn((_act: Act) => true)
    const { manager, ready, calls, client, view } = setUp({ seed: seeds.many(40), now: mockNow })
    view.rerender({ pageSize: 100, client: askFirst(client, approve) })
    await ready()
    const ids = manager().apiKeys.map(({ id }) => id)
    await act(() => manager().actions.bulkDisable.mutateAsync(ids))
    expect(calls('bulk').length).toBeGreaterThan(1)
    expect(approve.mock.calls).toEqual([[{ action: 'bulk', input: { action: 'disable', ids } }, {}]])
  })

  it('keep their outcome where the host says no to another try', async () => {
    const approve = vi.fn((_act: Act) => true)
    const { manager, ready, backend, events, client, view } = setUp(everyStatus)
    view.rerender({ client: askFirst(client, approve) })
    await ready()
    const [id = ''] = idsOf(manager, 'ci-deploy')
    backend.setFaults({ status: { bulk: 503 } })
    await act(() => manager().actions.bulkRevoke.mutateAsync([id]))
    const { results } = manager().actions.bulkRevoke
    approve.mockReturnValue(false)
    act(() => manager().actions.bulkRevoke.retryFailed())
    await waitFor(() => expect(approve).toHaveBeenCalledTimes(2))
    await waitFor(() => expect(manager().actions.bulkRevoke.isDone).toBe(true))
    expect(manager().actions.bulkRevoke).toMatchObject({ results, failedIds: [id] })
    expect(events.filter(({ type }) => type === 'bulkDone')).toHaveLength(1)
  })

  it('that the host says no to in the middle were not tried, which is no error', async () => {
    const { manager, ready, client } = setUp({ seed: seeds.many(40), now: mockNow }, { pageSize: 100 })
    await ready()
    const { bulk } = client
    vi.spyOn(client, 'bulk')
      .mockImplementationOnce(bulk)
      .mockRejectedValue(new LatchkeyError('declined', 'The host said no.'))
    const ids = manager().apiKeys.map(({ id }) => id)
    await act(() => manager().actions.bulkDisable.mutateAsync(ids))
    const { isDone, results, failedIds } = manager().actions.bulkDisable
    expect(isDone).toBe(true)
    expect(results).toHaveLength(10)
    expect(failedIds).toEqual(expect.arrayContaining(ids.slice(10)))
  })

  it('are not touched offline, nor where the host does not permit it', async () => {
    const { manager, ready, calls } = setUp(everyStatus, { permissions: { bulk: false } })
    await ready()
    expect(manager().actions.bulkRevoke).toMatchObject({ allowed: false, reason: 'not_permitted' })
    act(() => onlineManager.setOnline(false))
    await act(() => manager().actions.bulkRevoke.mutateAsync(idsOf(manager, 'ci-deploy')))
    expect(manager().actions.bulkRevoke.results).toMatchObject([{ ok: false, code: 'offline' }])
    expect(calls('bulk')).toHaveLength(0)
  })
})

describe('a key that was pasted', () => {
  it('is found on the page without a request', async () => {
    const { manager, ready, backend, calls } = setUp(everyStatus)
    await ready()
    const [id, secret = ''] = [...backend.secrets][0] ?? []
    act(() => manager().search.set(`API_KEY=${secret}`))
    expect(manager().search.pasted).toMatchObject({ status: 'found', environment: 'live', key: { id } })
    expect(calls('identify')).toHaveLength(0)
    act(() => manager().search.clear())
    expect(manager().search.pasted).toBeNull()
  })

  it('is asked for by its digest where it is not on the page, and travels nowhere', async () => {
    const { manager, ready, backend, calls, events, queryClient } = setUp(
      { seed: seeds.many(30), now: mockNow },
      { pageSize: 5 },
    )
    await ready()
    const [id, secret = ''] =
      [...backend.secrets].find(([id]) => !manager().apiKeys.some((key) => key.id === id)) ?? []
    act(() => manager().search.set(secret))
    expect(manager().search.pasted).toMatchObject({ status: 'asking' })
    await waitFor(() => expect(manager().search.pasted).toMatchObject({ status: 'found', key: { id } }))
    expect(calls('identify')).toHaveLength(1)
    const places = JSON.stringify([
      backend.calls,
      events,
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ queryKey, state }) => [queryKey, state]),
      manager().search,
      location.href,
      { ...localStorage },
    ])
    expect(places).not.toContain(secret.slice(25, 40))
  })

  it('is told apart from one that nobody knows, that was cut, or that has a typo', async () => {
    const { manager, ready, backend } = setUp(everyStatus)
    await ready()
    const [, secret = ''] = [...backend.secrets][0] ?? []
    act(() => manager().search.set(secret.slice(0, -9)))
    expect(manager().search.pasted?.status).toBe('cut')
    act(() => manager().search.set(`${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`))
    expect(manager().search.pasted?.status).toBe('mistyped')
    const stranger = createMockBackend({ ...everyStatus, randomSeed: 99 })
    await stranger.ready
    const [, theirs = ''] = [...stranger.secrets][0] ?? []
    act(() => manager().search.set(theirs))
    await waitFor(() => expect(manager().search.pasted?.status).toBe('notFound'))
  })
})

describe('what a page shows beside its keys', () => {
  it('is their usage, for one request', async () => {
    const { manager, ready, calls } = setUp(everyStatus, { withUsage: true })
    await ready()
    await waitFor(() => expect(manager().usage).not.toBeNull())
    expect(Object.keys(manager().usage ?? {})).toEqual(
      expect.arrayContaining(idsOf(manager, 'production-api', 'ci-deploy')),
    )
    await act(() => manager().setApiKeyEnabled(idsOf(manager, 'ci-deploy')[0] ?? '', false))
    expect(calls('usage')).toHaveLength(1)
  })

  it('is the history of the one whose details are open, page by page', async () => {
    const { manager, ready, calls } = setUp(everyStatus)
    await ready()
    expect(calls('activity')).toHaveLength(0)
    const [id = ''] = idsOf(manager, 'production-api')
    for (let time = 0; time < 15; time += 1) {
      await act(() => manager().setApiKeyEnabled(id, false))
      await act(() => manager().setApiKeyEnabled(id, true))
    }
    act(() => manager().dialog.open({ type: 'details', id }))
    await waitFor(() => expect(manager().activity.isPending).toBe(false))
    expect(manager().activity.events).toHaveLength(25)
    expect(manager().activity.hasMore).toBe(true)
    act(() => manager().activity.loadMore())
    await waitFor(() => expect(manager().activity.hasMore).toBe(false))
    expect(manager().activity.events.at(-1)?.type).toBe('created')
  })
})

describe('an overlap', () => {
  it('is made longer, and closes the dialog that asked', async () => {
    const { manager, ready } = setUp(everyStatus)
    await ready()
    const old = manager().apiKeys.find(({ status }) => status === 'rotating') ?? expect.fail('none rotates')
    act(() => manager().dialog.open({ type: 'extend', id: old.id }))
    const until = new Date(mockNow + 2 * 86_400_000).toISOString()
    await act(() => manager().extendOverlap(old.id, until))
    expect(manager().apiKeys.find(({ id }) => id === old.id)?.rotation?.overlapEndsAt).toBe(until)
    expect(manager().dialog.state).toBeNull()
  })
})

describe('a list', () => {
  it('that was rendered by a server is there without a request', async () => {
    const seeded = setUp(everyStatus)
    await seeded.ready()
    const initialData = await seeded.client.list({ limit: 25 })
    const { manager, calls } = setUp(everyStatus, { initialData })
    expect(manager().view).toBe('ready')
    expect(calls('list')).toHaveLength(0)
    act(() => manager().search.set('production'))
    await waitFor(() => expect(manager().apiKeys).toHaveLength(1))
    expect(calls('list')).toHaveLength(1)
  })

  it('never shows one consumer what was rendered for another', async () => {
    const seeded = setUp(everyStatus)
    await seeded.ready()
    const initialData = await seeded.client.list({})
    const { manager, view } = setUp(everyStatus, { initialData, consumerId: 'acme' })
    expect(manager().view).toBe('ready')
    view.rerender({ initialData, consumerId: 'globex' })
    expect(manager()).toMatchObject({ view: 'loading', apiKeys: [] })
  })

  it('says that it is slow after three seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { manager } = setUp(everyStatus)
    act(() => void vi.advanceTimersByTime(2999))
    expect(manager().isSlow).toBe(false)
    act(() => void vi.advanceTimersByTime(1))
    expect(manager()).toMatchObject({ isSlow: true, view: 'loading' })
  })

  it('does not say so where a refusal is asked about again, which ends just then', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 60_000 } } })
    const { manager, calls } = setUp({ faults: { status: { list: 503 } } }, { queryClient })
    await vi.waitFor(() => expect(calls('list')).toHaveLength(1))
    await act(() => vi.advanceTimersByTimeAsync(5000))
    expect(manager()).toMatchObject({ isSlow: false, view: 'loading' })
  })

  it('counts down to when it may be asked again', async () => {
    const { manager } = setUp({ faults: { status: { list: 429 } } })
    await waitFor(() => expect(manager().error?.code).toBe('rate_limited'))
    expect(manager().retryInSeconds).toBe(manager().error?.retryAfterSeconds)
    expect(manager().retryInSeconds).toBeGreaterThan(0)
  })

  it('goes by the clock of the server where this one is off by hours', async () => {
    const ahead = 6 * 3_600_000
    const { manager, ready } = setUp({ seed: seeds.everyStatus }, { now: undefined }, ahead)
    await ready()
    act(() => manager().refetch())
    await waitFor(() => expect(manager().nowMs - Date.now()).toBeGreaterThan(ahead - 60_000))
  })
})

type Manager = ReturnType<typeof setUp>['manager']

const statusOf = (manager: Manager, id: string | undefined) =>
  manager().apiKeys.find((key) => key.id === id)?.status

function idsOf(manager: Manager, ...names: string[]): string[] {
  return names.map((name) => manager().apiKeys.find((key) => key.name === name)?.id ?? expect.fail(name))
}

function setUp(backendOptions: MockBackendOptions = {}, options: UseApiKeyManagerOptions = {}, aheadMs = 0) {
  const backend = createMockBackend(backendOptions)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })
  const events: LatchkeyEvent[] = []
  let held = Promise.resolve()
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) => {
      await held
      const answer = await backend.fetch(new Request(new URL(String(url), 'http://localhost'), init))
      if (aheadMs > 0) answer.headers.set('Date', new Date(Date.now() + aheadMs).toUTCString())
      return answer
    },
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const fixed = {
    client,
    now: () => mockNow,
    searchDelayMs: 0,
    onEvent: (event: LatchkeyEvent) => void events.push(event),
  }
  const view = renderHook((props: UseApiKeyManagerOptions) => useApiKeyManager({ ...fixed, ...props }), {
    wrapper,
    initialProps: options,
  })
  const manager = () => view.result.current
  return {
    backend,
    queryClient,
    client,
    events,
    view,
    manager,
    calls: (operation: string) => backend.calls.filter((call) => call.operation === operation),
    ready: () => waitFor(() => expect(manager().view).toBe('ready')),
    hold() {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
  }
}
