import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMockBackend, type MockBackendOptions, mockNow, seeds } from '../../mocks/index.js'
import { createFetchClient, LatchkeyError } from '../client/index.js'
import * as acts from './acts.js'
import { type Acts, lateActs } from './late-acts.js'
import { type UseApiKeyManagerOptions, useApiKeyManager } from './use-api-key-manager.js'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('The code of an act, fetched on first use', () => {
  it('where it cannot be fetched, nothing is sent, that is said, and the next try fetches it', async () => {
    const { manager, calls } = await setUp()
    const load = vi.spyOn(lateActs, 'load').mockRejectedValueOnce(new LatchkeyError('not_loaded', ''))
    await act(() =>
      expect(manager().createApiKeys({ name: 'ci' })).rejects.toMatchObject({ code: 'not_loaded' }),
    )
    expect(manager().actions.create.error?.code).toBe('not_loaded')
    expect(manager().secret.isOpen).toBe(false)
    expect(calls('create')).toHaveLength(0)
    load.mockRestore()
    await act(() => manager().createApiKeys({ name: 'ci' }))
    expect(calls('create')).toHaveLength(1)
    expect(manager().secret.read()).not.toBeNull()
  })

  it('where it cannot be fetched, every key of a bulk act says so and can be tried again', async () => {
    const { manager } = await setUp({ seed: seeds.many(3), now: mockNow })
    const [id = ''] = manager().apiKeys.map((key) => key.id)
    vi.spyOn(lateActs, 'load').mockRejectedValueOnce(new LatchkeyError('not_loaded', ''))
    const outcomes = await act(() => manager().actions.bulkDisable.mutateAsync([id]))
    expect(outcomes).toEqual([{ id, ok: false, code: 'not_loaded' }])
    expect(manager().actions.bulkDisable).toMatchObject({ isDone: true, failedIds: [id] })
  })

  it.each([
    ['somebody who left the page', (view: View) => view.unmount()],
    ['a consumer that is shown no more', (view: View) => view.rerender({ consumerId: 'globex' })],
  ])('makes no key for %s before it arrived: nobody would see its secret', async (_, leave) => {
    const world = { seed: seeds.many(1), now: mockNow }
    const { manager, calls, view } = await setUp(world, { consumerId: 'acme' })
    const id = manager().apiKeys[0]?.id ?? ''
    const arrive = hold()
    const created = expect(manager().createApiKeys({ name: 'ci' })).rejects.toMatchObject({
      code: 'declined',
    })
    const rotated = expect(manager().rotateApiKey(id, { overlapSeconds: 0 })).rejects.toMatchObject({
      code: 'declined',
    })
    act(() => leave(view))
    arrive()
    await act(() => Promise.all([created, rotated]))
    expect([...calls('create'), ...calls('rotate')]).toEqual([])
  })

  it('revokes for somebody who left the page before it arrived: that needs no more of them', async () => {
    const { manager, calls, view } = await setUp({ seed: seeds.many(1), now: mockNow })
    const id = manager().apiKeys[0]?.id ?? ''
    const arrive = hold()
    const revoked = manager().revokeApiKey(id)
    view.unmount()
    arrive()
    expect((await revoked).revokedAt).not.toBeNull()
    expect(calls('revoke')).toHaveLength(1)
  })

  it('is pending until it arrives, and says nothing of an end that somebody forgot before it came', async () => {
    const { manager } = await setUp()
    const arrive = hold()
    let created: Promise<unknown> = Promise.resolve()
    act(() => {
      created = manager().createApiKeys({ name: 'ci' })
    })
    expect(manager().actions.create).toMatchObject({ isPending: true, variables: { name: 'ci' } })
    act(() => manager().actions.create.reset())
    arrive()
    await act(() => created)
    expect(manager().actions.create).toMatchObject({ isIdle: true, data: undefined })
    await act(() => manager().createApiKeys({ name: 'deploy' }))
    expect(manager().actions.create).toMatchObject({ isSuccess: true, data: { name: 'deploy' } })
  })

  it('overwrites nothing that somebody else changed before it arrived', async () => {
    const { manager, client } = await setUp({ seed: seeds.many(1), now: mockNow })
    const { id = '', version = 0 } = manager().apiKeys[0] ?? {}
    const arrive = hold()
    const updated = manager().updateApiKey(id, { description: 'mine' })
    const refused = expect(updated).rejects.toMatchObject({ code: 'version_conflict' })
    await client.update(id, { description: 'theirs' }, version)
    await act(async () => manager().refetch())
    await waitFor(() => expect(manager().apiKeys[0]?.description).toBe('theirs'))
    arrive()
    await act(() => refused)
    expect((await client.list({})).keys[0]?.description).toBe('theirs')
  })

  it('says of a pasted key that it is looked for until it can be', async () => {
    const { manager } = await setUp()
    const arrive = hold()
    act(() => manager().search.set(`lk_live_7Qk2vB0nJ4hT8sLm_${'a'.repeat(20)}`))
    expect(manager().search.pasted).toEqual({ status: 'asking', environment: 'live' })
    await act(async () => arrive())
    expect(manager().search.pasted).toEqual({ status: 'cut', environment: 'live' })
  })
})

describe('The code of an act, once the list is there', () => {
  it('is fetched when there is time, before anybody needs it', async () => {
    const load = vi.spyOn(lateActs, 'load')
    await setUp()
    expect(load).not.toHaveBeenCalled()
    await waitFor(() => expect(load).toHaveBeenCalledOnce(), { timeout: 2000 })
  })

  it('is not fetched while there is no list', async () => {
    vi.useFakeTimers()
    const load = vi.spyOn(lateActs, 'load')
    const client = { list: () => new Promise<never>(() => {}), create: () => new Promise<never>(() => {}) }
    renderHook(() => useApiKeyManager({ client, queryClient: new QueryClient() }))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(load).not.toHaveBeenCalled()
  })
})

/** Nothing arrives until the answer is called. */
function hold(): () => void {
  let arrive: (arrived: Acts) => void = () => undefined
  vi.spyOn(lateActs, 'loaded').mockReturnValue(null)
  vi.spyOn(lateActs, 'load').mockReturnValue(
    new Promise((resolve) => {
      arrive = resolve
    }),
  )
  return () => arrive(acts)
}

type View = Awaited<ReturnType<typeof setUp>>['view']

async function setUp(given: MockBackendOptions = {}, options: UseApiKeyManagerOptions = {}) {
  const backend = createMockBackend(given)
  const client = createFetchClient({
    baseUrl: 'http://localhost/api/keys',
    fetch: (...sent) => backend.fetch(new Request(...sent)),
  })
  const queryClient = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const view = renderHook((props: UseApiKeyManagerOptions) => useApiKeyManager({ client, ...props }), {
    wrapper,
    initialProps: options,
  })
  await waitFor(() => expect(view.result.current.status).toBe('success'))
  return {
    client,
    view,
    manager: () => view.result.current,
    calls: (name: string) => backend.calls.filter(({ operation }) => operation === name),
  }
}
