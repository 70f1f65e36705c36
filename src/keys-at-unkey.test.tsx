import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { createMockBackend, seeds } from '../mocks/index.js'
import { unkeyKeys } from '../server-reference/backends/unkey/index.js'
import { startUnkey, type UnkeyServer } from '../server-reference/backends/unkey/unkey-server.conformance.js'
import { createHandler } from '../server-reference/http/index.js'
import { ApiKeyManager, createFetchClient } from './index.js'

let unkey: UnkeyServer | null = null
afterEach(async () => {
  cleanup()
  await unkey?.close()
})

/** The component, the real handler, and a server that answers as Unkey does. */
async function setUp() {
  unkey = await startUnkey(Date.now)
  const service = unkeyKeys({
    rootKey: unkey.rootKey,
    apiId: unkey.apiId,
    baseUrl: unkey.baseUrl,
    session: () => ({ id: 'ada', name: 'Ada', sessionId: null }),
    scopes: [{ name: 'orders:read', description: 'Read orders' }],
    timeoutMs: 5_000,
  })
  const handle = createHandler(service)
  const origin = 'https://app.example.com'
  const client = createFetchClient({
    baseUrl: `${origin}/api/keys`,
    headers: { Origin: origin },
    fetch: (url, init) => handle(new Request(String(url), init)),
  })
  const user = userEvent.setup()
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ApiKeyManager client={client} />
    </QueryClientProvider>,
  )
  const opens = async (secret: string) => {
    const headers = new Headers({ Authorization: `Bearer ${secret}` })
    return (await service.verify({ headers, address: null })).ok
  }
  return { user, opens }
}

describe('<ApiKeyManager /> over Unkey', () => {
  it('takes a key through its life, and offers nothing that Unkey cannot do', async () => {
    const { user, opens } = await setUp()
    await user.click(await screen.findByRole('button', { name: 'Create your first key' }))
    const dialog = await screen.findByRole('dialog', { name: 'Create API key' })
    await user.type(within(dialog).getByRole('textbox', { name: /^name/i }), 'ci-deploy')
    await user.click(within(dialog).getByRole('button', { name: 'Create key' }))
    await user.click(await screen.findByRole('button', { name: 'Copy and close' }))
    const first = await navigator.clipboard.readText()
    expect(await opens(first)).toBe(true)

    const items = await menuOf(user)
    expect(items).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Rotate/), expect.stringMatching(/^Revoke/)]),
    )
    expect(items.join()).not.toMatch(/activity|history/i)
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument()
    expect(screen.queryByRole('columnheader', { name: '30 days' })).not.toBeInTheDocument()
    expect(screen.queryByPlaceholderText(/paste a key/)).not.toBeInTheDocument()
    expect(screen.getByPlaceholderText('Search keys')).toBeInTheDocument()

    await user.click(screen.getByRole('menuitem', { name: /^Revoke/ }))
    const question = await screen.findByRole('alertdialog')
    const typed = within(question).queryByRole('textbox')
    // Asked for where the key was used lately.
    if (typed) await user.type(typed, 'ci-deploy')
    await user.click(within(question).getByRole('button', { name: 'Revoke key' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
    expect(await opens(first)).toBe(false)
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /ci-deploy/ })).toHaveAttribute('data-status', 'revoked'),
    )
  })

  it('offers all of that where the server can do it', async () => {
    const backend = createMockBackend({ seed: seeds.everyStatus })
    const fetchAsAda: typeof fetch = (url, init) => {
      const request = new Request(String(url), init)
      request.headers.set('Origin', 'http://localhost')
      return backend.fetch(request)
    }
    const client = createFetchClient({ baseUrl: 'http://localhost/api/keys', fetch: fetchAsAda })
    render(
      <QueryClientProvider client={new QueryClient()}>
        <ApiKeyManager client={client} />
      </QueryClientProvider>,
    )
    expect(await screen.findByRole('columnheader', { name: '30 days' })).toBeInTheDocument()
    expect(screen.getAllByRole('checkbox')).not.toHaveLength(0)
    expect(screen.getByPlaceholderText(/paste a key/)).toBeInTheDocument()
  })

  async function menuOf(user: ReturnType<typeof userEvent.setup>): Promise<string[]> {
    await user.click(await screen.findByRole('button', { name: /^Actions for ci-deploy/ }))
    return (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent ?? '')
  }
})
