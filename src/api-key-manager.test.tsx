import { onlineManager, QueryClient } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode } from 'react'
import { describe, expect, it } from 'vitest'
import { createMockBackend, type MockBackendOptions, mockNow, mockPeople, seeds } from '../mocks/index.js'
import { ApiKeyManager, createFetchClient } from './index.js'

describe('<ApiKeyManager />', () => {
  it('takes a person from no keys to one that is copied and safe', async () => {
    const { user, backend } = setUp({ seed: seeds.empty })
    await user.click(await screen.findByRole('button', { name: 'Create your first key' }))
    const dialog = await screen.findByRole('dialog', { name: 'Create API key' })
    await user.type(within(dialog).getByRole('textbox', { name: /name/i }), 'ci-deploy')
    await user.click(within(dialog).getByRole('button', { name: 'Create key' }))
    await screen.findByRole('dialog', { name: 'Save your key' })

    await user.keyboard('{Escape}')
    const question = await screen.findByRole('alertdialog')
    await user.click(within(question).getByRole('button', { name: /back/i }))

    await user.click(await screen.findByRole('button', { name: 'Copy and close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    const secret = await navigator.clipboard.readText()
    const request = new Request('http://localhost/api/whoami', {
      headers: { Authorization: `Bearer ${secret}` },
    })
    expect((await backend.fetch(request)).status).toBe(200)
    expect(document.documentElement.outerHTML).not.toContain(secret)
    expect(screen.getByRole('row', { name: /ci-deploy/ })).toBeInTheDocument()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Create key' })).toHaveFocus())
  })

  it('rotates a key, shows the new secret in the same window, and both rows after it', async () => {
    const { user } = setUp()
    await choose(user, 'production-api', /^rotate/i)
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^rotate/i }))
    await user.click(await screen.findByRole('button', { name: 'Copy and close' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(screen.getAllByRole('row', { name: /production-api/ })).toHaveLength(2)
  })

  it('revokes a key that is in use only when its name is typed', async () => {
    const { user } = setUp()
    await choose(user, 'production-api', /^revoke/i)
    const question = await screen.findByRole('alertdialog')
    await user.click(within(question).getByRole('button', { name: /^revoke/i }))
    expect(question).toBeInTheDocument()
    await user.type(within(question).getByRole('textbox'), 'production-api')
    await user.click(within(question).getByRole('button', { name: /^revoke/i }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
    expect(await row('production-api')).toHaveAttribute('data-status', 'revoked')
    expect(screen.getByRole('status')).toHaveTextContent('production-api revoked')
  })

  it('disables, enables and renames', async () => {
    const { user } = setUp()
    await choose(user, 'production-api', /^disable/i)
    await waitFor(async () => expect(await row('production-api')).toHaveAttribute('data-status', 'disabled'))
    await choose(user, 'production-api', /^enable/i)
    await waitFor(async () => expect(await row('production-api')).toHaveAttribute('data-status', 'active'))
    await choose(user, 'production-api', /^rename/i)
    const dialog = await screen.findByRole('dialog')
    await user.clear(within(dialog).getByRole('textbox'))
    await user.type(within(dialog).getByRole('textbox'), 'shop{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(await row('shop')).toBeInTheDocument()
  })

  it('keeps what was entered where the server refuses it', async () => {
    const { user } = setUp()
    await row('production-api')
    await user.click(screen.getByRole('button', { name: 'Create key' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox', { name: /name/i }), 'ci-deploy')
    await user.click(within(dialog).getByRole('button', { name: 'Create key' }))
    expect(await within(dialog).findByText(/another key has this name/i)).toBeInTheDocument()
    expect(within(dialog).getByRole('textbox', { name: /name/i })).toHaveValue('ci-deploy')
  })

  it('searches, and says when nothing was found', async () => {
    const { user } = setUp()
    await row('production-api')
    await user.type(screen.getByRole('searchbox'), 'nothing like this')
    expect(await screen.findByText(/no keys match/i)).toBeInTheDocument()
    await user.click(screen.getByText('Clear search'))
    expect(await row('production-api')).toBeInTheDocument()
  })

  it('says why nothing can be shown, and tries again', async () => {
    const { user, backend, section } = setUp({ faults: { status: { list: 500 } } })
    const retry = await screen.findByRole('button', { name: 'Try again' })
    expect(section()).toHaveAttribute('data-state', 'error')
    backend.setFaults({})
    await user.click(retry)
    expect(await row('production-api')).toBeInTheDocument()
  })

  it('keeps what was entered where the server cannot be reached, and makes one key of two tries', async () => {
    const { user, backend } = setUp()
    await row('production-api')
    await user.click(screen.getByRole('button', { name: 'Create key' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.type(dialog.getByRole('textbox', { name: /name/i }), 'lost')
    backend.setFaults({ unreachable: true })
    await user.click(dialog.getByRole('button', { name: 'Create key' }))
    expect(await dialog.findByText(/^The server could not be reached\. Look at the list/)).toBeInTheDocument()
    expect(dialog.getByRole('textbox', { name: /name/i })).toHaveValue('lost')
    backend.setFaults({})
    await user.click(dialog.getByRole('button', { name: 'Create key' }))
    expect(await screen.findByText('Save your key')).toBeInTheDocument()
  })

  it.each([
    ['create', 'Create key', async (user: User) => user.keyboard('lost')],
    ['rotate', 'Rotate key', async () => {}],
  ] as const)('never tells to copy a key whose secret got lost on its way: %s', async (act, submit, fill) => {
    let isCut = false
    const { user } = setUp({}, {}, (answer) => {
      if (isCut) throw new TypeError('Failed to fetch')
      return answer
    })
    await row('production-api')
    if (act === 'create') await user.click(screen.getByRole('button', { name: 'Create key' }))
    else await choose(user, 'production-api', /^rotate/i)
    const dialog = within(await screen.findByRole('dialog'))
    await fill(user)
    isCut = true
    await user.click(dialog.getByRole('button', { name: submit }))
    expect(await dialog.findByText(/^The server could not be reached\. Look at the list/)).toBeInTheDocument()
    isCut = false
    await user.click(dialog.getByRole('button', { name: submit }))
    await screen.findByRole('dialog', { name: 'We couldn’t confirm the result' })
    const said = () => screen.getAllByRole('alert', { hidden: true }).map(({ textContent }) => textContent)
    await waitFor(() => expect(said().join()).toMatch(/^We couldn’t confirm/))
    expect(said().join()).not.toMatch(/Copy/)
  })

  it('says that nothing was sent where the network is gone, and keeps what was entered', async () => {
    const { user, backend } = setUp()
    await row('production-api')
    await user.click(screen.getByRole('button', { name: 'Create key' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.type(dialog.getByRole('textbox', { name: /name/i }), 'on-a-train')
    onlineManager.setOnline(false)
    await user.click(dialog.getByRole('button', { name: 'Create key' }))
    expect(await dialog.findByText(/nothing was sent/)).toBeInTheDocument()
    expect(dialog.getByRole('textbox', { name: /name/i })).toHaveValue('on-a-train')
    expect(backend.calls.filter(({ operation }) => operation === 'create')).toHaveLength(0)
    onlineManager.setOnline(true)
  })

  it('tells a server that is down, or has no keys to serve, from a network that is gone', async () => {
    const { user, backend } = setUp({ faults: { unreachable: true } })
    expect(await screen.findByText('The server could not be reached.')).toBeInTheDocument()
    expect(screen.queryByText(/offline/)).not.toBeInTheDocument()
    backend.setFaults({})
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await row('production-api')).toBeInTheDocument()
    cleanup()
    const client = createFetchClient({
      baseUrl: '/typo',
      fetch: async () => new Response('', { status: 404 }),
    })
    render(<ApiKeyManager client={client} locale="en" />)
    expect(await screen.findByText(/^There is no key service at this address/)).toBeInTheDocument()
  })

  it.each([
    ['Rotate…', 'Rotate key', async () => {}],
    [
      'Edit…',
      'Save changes',
      async (user: User) => user.type(screen.getByRole('textbox', { name: 'Description' }), ' 2'),
    ],
    [
      'Rename…',
      'Save name',
      async (user: User) => user.type(screen.getByRole('textbox', { name: 'Name' }), ' 2'),
    ],
  ])(
    'says who was faster where “%s” finds a key that was revoked elsewhere',
    async (entry, submit, change) => {
      const { user, backend } = setUp()
      const id = (await row('production-api')).dataset.keyId
      await choose(user, 'production-api', new RegExp(entry))
      const dialog = within(await screen.findByRole('dialog'))
      await change(user)
      const url = `http://localhost${backend.basePath}/${id}/revoke`
      const headers = { 'content-type': 'application/json', origin: 'http://localhost' }
      await backend.as(mockPeople.grace)(new Request(url, { method: 'POST', headers, body: '{}' }))
      await user.click(dialog.getByRole('button', { name: submit }))
      expect(await dialog.findByText(/^Somebody else revoked this key meanwhile/)).toBeInTheDocument()
      expect(dialog.queryByRole('button', { name: submit })).not.toBeInTheDocument()
      await user.click(dialog.getAllByRole('button', { name: 'Close' })[0] ?? document.body)
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
      expect(await row('production-api')).toHaveAttribute('data-status', 'revoked')
    },
  )

  it('tells the keys of a rotation apart on every button', async () => {
    setUp()
    const rows = await screen.findAllByRole('row', { name: /^billing-worker/ })
    const names = rows.flatMap((each) => [
      within(each)
        .getByRole('button', { name: /^Actions/ })
        .getAttribute('aria-label'),
      within(each).getByRole('checkbox').getAttribute('aria-label'),
    ])
    expect(new Set(names).size).toBe(4)
    expect(names.filter((name) => name?.includes('(old)'))).toHaveLength(2)
  })

  it('takes back how many keys there are as soon as there are more', async () => {
    const { user } = setUp({ seed: seeds.empty })
    const status = await screen.findByRole('status')
    await waitFor(() => expect(status).toHaveTextContent('No API keys yet'))
    await user.click(screen.getByRole('button', { name: 'Create your first key' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByRole('textbox', { name: /name/i }), 'ci-deploy{Enter}')
    await screen.findByRole('dialog', { name: 'Save your key' })
    await waitFor(() => expect(status.textContent).not.toMatch(/keys/))
  })

  it('passes on what it does not know to its section', async () => {
    const { section } = setUp({}, { id: 'keys', 'aria-describedby': 'help' })
    await row('production-api')
    expect(section()).toHaveAttribute('id', 'keys')
    expect(section()).toHaveAttribute('aria-describedby', 'help')
  })
})

type User = ReturnType<typeof userEvent.setup>

const row = (name: string) => screen.findByRole('row', { name: new RegExp(`^${name}`) })

async function choose(user: User, name: string, entry: RegExp) {
  await row(name)
  await user.click(screen.getByRole('button', { name: `Actions for ${name}` }))
  // Hidden: jsdom knows no popovers, and takes every one for closed.
  await user.click(await screen.findByRole('menuitem', { name: entry, hidden: true }))
}

function setUp(
  options: MockBackendOptions = {},
  props: Record<string, string> = {},
  onTheWay = (answer: Response) => answer,
) {
  const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow, ...options })
  const user = userEvent.setup()
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: async (url, init) =>
      onTheWay(await backend.fetch(new Request(new URL(String(url), 'http://localhost'), init))),
  })
  const view = render(
    <StrictMode>
      <ApiKeyManager
        {...props}
        client={client}
        queryClient={queryClient}
        now={() => mockNow}
        timeZone="UTC"
        locale="en"
      />
    </StrictMode>,
  )
  return { backend, user, section: () => view.container.querySelector('section') }
}
