import { dehydrate, HydrationBoundary, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../mocks/index.js'
import { ApiKeyManager } from './api-key-manager.js'
import { createFetchClient } from './client/index.js'
import { useCountdown } from './headless.js'
import { apiKeyQueries } from './queries.js'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** What Next refuses to prerender (`cacheComponents`) if it happens while a component renders. */
describe('Rendered on a server, without a clock and without chance', () => {
  it('a list that is not there yet is a skeleton', () => {
    const page = render(<ApiKeyManager baseUrl="/api/keys" />)
    expect(page.querySelector('[data-state="loading"]')).not.toBeNull()
  })

  it('a first page that was read at a known time has its rows', async () => {
    const { client, initialData } = await setUp()
    const page = render(
      <ApiKeyManager client={client} initialData={initialData} initialDataUpdatedAt={mockNow} />,
    )
    expect(rowsOf(page)).toBe(initialData.keys.length)
  })

  it('a first page has its rows, where nobody says when it was read', async () => {
    const { client, initialData } = await setUp()
    const page = render(<ApiKeyManager client={client} initialData={initialData} />)
    expect(rowsOf(page)).toBe(initialData.keys.length)
  })

  it('a prefetched cache has its rows, scopes and capabilities', async () => {
    const { client, initialData } = await setUp()
    const ahead = new QueryClient()
    await ahead.prefetchQuery(apiKeyQueries.list({ client }))
    await ahead.prefetchQuery(apiKeyQueries.capabilities({ client }))
    await ahead.prefetchQuery(apiKeyQueries.scopes({ client }))
    const state = dehydrate(ahead)
    const page = render(
      <QueryClientProvider client={new QueryClient()}>
        <HydrationBoundary state={state}>
          <ApiKeyManager client={client} />
        </HydrationBoundary>
      </QueryClientProvider>,
    )
    expect(rowsOf(page)).toBe(initialData.keys.length)
  })

  it('a clock of the host is not asked either', async () => {
    const { client, initialData } = await setUp()
    const page = render(<ApiKeyManager client={client} initialData={initialData} now={refuse} />)
    expect(rowsOf(page)).toBe(initialData.keys.length)
  })

  it('a countdown by itself is not over, and does not say how long', () => {
    expect(render(<Left />).textContent).toBe('{"remainingMs":0,"isOver":false}')
  })
})

function Left() {
  return <p>{JSON.stringify(useCountdown('2026-11-23T17:40:00Z'))}</p>
}

async function setUp() {
  const backend = createMockBackend({ seed: seeds.everyStatus })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  return { client, initialData: await client.list({}) }
}

function render(element: ReactElement): HTMLElement {
  const RealDate = Date
  const Clockless = new Proxy(RealDate, {
    apply: refuse,
    construct: (target, parameters) =>
      parameters.length === 0 ? refuse() : Reflect.construct(target, parameters),
    get: (target, name) => (name === 'now' ? refuse : Reflect.get(target, name)),
  })
  vi.stubGlobal('Date', Clockless)
  vi.spyOn(Math, 'random').mockImplementation(refuse)
  vi.spyOn(crypto, 'randomUUID').mockImplementation(refuse)
  vi.spyOn(crypto, 'getRandomValues').mockImplementation(refuse)
  const page = document.createElement('div')
  page.innerHTML = renderToString(element)
  vi.unstubAllGlobals()
  return page
}

function refuse(): never {
  throw new Error('A clock or chance was asked while rendering.')
}

function rowsOf(page: HTMLElement): number {
  return page.querySelectorAll('tbody tr').length
}
