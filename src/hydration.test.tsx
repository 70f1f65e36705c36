import { dehydrate, HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../mocks/index.js'
import { ApiKeyManager } from './api-key-manager.js'
import { lateDialogs } from './api-keys/late-dialogs.js'
import { createFetchClient } from './client/index.js'
import { apiKeyQueries } from './queries.js'

const zone = process.env.TZ
let root: Root | undefined
let host: HTMLElement

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: mockNow })
  host = document.body.appendChild(document.createElement('div'))
})

afterEach(() => {
  act(() => root?.unmount())
  host.remove()
  vi.useRealTimers()
  process.env.TZ = zone
})

describe('A list that a server rendered', () => {
  it.each(['UTC', 'Asia/Tokyo', 'America/St_Johns'])(
    'is taken over without a word of complaint in %s',
    async (tz) => {
      const { manager } = await setUp()
      renderOnServer(manager)
      expect(screen.getByRole('row', { name: /^production-api/ })).toBeInTheDocument()
      expect(await takeOver(manager, { tz, secondsLater: 95 })).toEqual([])
      expect(screen.getByText('3 min. ago')).toBeInTheDocument()
    },
  )

  it('is taken over as quietly where nobody says when it was read', async () => {
    const { client, initialData } = await setUp()
    const manager = <ApiKeyManager client={client} initialData={initialData} />
    renderOnServer(manager)
    expect(await takeOver(manager, { tz: 'Asia/Tokyo', secondsLater: 95 })).toEqual([])
  })

  it('is taken over as quietly from a dehydrated query cache', async () => {
    const { client } = await setUp()
    const ahead = new QueryClient()
    await ahead.prefetchQuery(apiKeyQueries.list({ client }))
    const state = dehydrate(ahead)
    const page = () => (
      <QueryClientProvider client={new QueryClient()}>
        <HydrationBoundary state={state}>
          <ApiKeyManager client={client} />
        </HydrationBoundary>
      </QueryClientProvider>
    )
    renderOnServer(page())
    expect(screen.getByRole('row', { name: /^production-api/ })).toBeInTheDocument()
    expect(await takeOver(page(), { tz: 'Asia/Tokyo', secondsLater: 95 })).toEqual([])
  })

  it('offers nothing that nobody hears yet, in the same room, and everything as soon as somebody does', async () => {
    const user = userEvent.setup()
    const { manager } = await setUp()
    renderOnServer(manager)
    const create = screen.getByRole('button', { name: 'Create key' })
    const before = create.parentElement?.childElementCount
    expect(create).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByRole('searchbox')).toBeDisabled()
    expect(screen.getByRole('button', { name: 'Status: All' })).toHaveAttribute('aria-disabled', 'true')
    const menu = screen.getByRole('button', { name: 'Actions for production-api' })
    const sort = screen.getByRole('button', { name: 'Name' })
    const boxes = screen.getAllByRole('checkbox')
    for (const button of [menu, sort]) expect(button).toHaveAttribute('aria-disabled', 'true')
    for (const box of boxes) expect(box).toBeDisabled()

    // How long a busy machine takes to fetch a dialog is not what this is about.
    await lateDialogs.load()
    await takeOver(manager, { tz: 'UTC', secondsLater: 1 })
    expect(screen.getByRole('button', { name: 'Create key' })).toBe(create)
    for (const button of [create, menu, sort]) expect(button).not.toHaveAttribute('aria-disabled')
    for (const box of boxes) expect(box).toBeEnabled()
    expect(create.parentElement?.childElementCount).toBe(before)
    expect(screen.getByRole('searchbox')).toBeEnabled()
    await user.click(create)
    expect(await screen.findByRole('dialog')).toBeInTheDocument()
  })

  it('tells the first key as carefully as the others', async () => {
    const { manager } = await setUp({ seed: seeds.empty })
    renderOnServer(manager)
    const create = screen.getByRole('button', { name: 'Create your first key' })
    expect(create).toHaveAttribute('aria-disabled', 'true')
    expect(await takeOver(manager, { tz: 'UTC', secondsLater: 1 })).toEqual([])
    expect(create).not.toHaveAttribute('aria-disabled')
  })
})

async function setUp({ seed = seeds.everyStatus } = {}) {
  const backend = createMockBackend({ seed, now: () => Date.now() })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  const initialData = await client.list({})
  const manager = <ApiKeyManager client={client} initialData={initialData} initialDataUpdatedAt={mockNow} />
  return { client, initialData, manager }
}

function renderOnServer(element: ReactElement) {
  process.env.TZ = 'UTC'
  host.innerHTML = renderToString(element)
}

/** Later, in another place. Answers what React had to say about it. */
async function takeOver(element: ReactElement, { tz, secondsLater }: { tz: string; secondsLater: number }) {
  process.env.TZ = tz
  vi.setSystemTime(mockNow + secondsLater * 1000)
  const said: unknown[] = []
  const listen = vi.spyOn(console, 'error').mockImplementation((...words) => void said.push(words))
  await act(async () => {
    root = hydrateRoot(host, element, { onRecoverableError: (error) => said.push(error) })
  })
  listen.mockRestore()
  return said
}
