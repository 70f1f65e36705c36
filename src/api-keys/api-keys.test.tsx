import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { type ComponentProps, type ReactNode, StrictMode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import { createFetchClient } from '../client/index.js'
import * as ApiKeys from './index.js'
import { useApiKeys } from './manager-context.js'

describe('The parts of ApiKeys', () => {
  it('share one list and one dialog, in whichever order they stand', async () => {
    const { user } = setUp(
      <>
        <ApiKeys.List />
        <ApiKeys.Search />
        <ApiKeys.CreateButton>Another one</ApiKeys.CreateButton>
        <ApiKeys.Dialogs />
        <ApiKeys.Title>Machines</ApiKeys.Title>
      </>,
    )
    expect(await screen.findByRole('row', { name: /^production-api/ })).toBeInTheDocument()
    expect(screen.getByRole('region', { name: 'Machines' })).toBeInTheDocument()
    await user.type(screen.getByRole('searchbox'), 'ci-')
    expect(await screen.findByRole('row', { name: /^ci-deploy/ })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Another one' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('hand their manager to a part of the host', async () => {
    function Count() {
      const { counts } = useApiKeys()
      return <p>{counts ? `${counts.total} in total` : 'Not known yet'}</p>
    }
    setUp(<Count />)
    expect(screen.getByText('Not known yet')).toBeInTheDocument()
    expect(await screen.findByText('8 in total')).toBeInTheDocument()
  })

  it('let a click of the host come first, and keep the form closed where it says so', async () => {
    const onClick = vi.fn((event: { preventDefault(): void }) => event.preventDefault())
    const { user } = setUp(
      <>
        <ApiKeys.CreateButton onClick={onClick} />
        <ApiKeys.Dialogs />
        <ApiKeys.List />
      </>,
    )
    await screen.findByRole('row', { name: /^production-api/ })
    await user.click(screen.getByRole('button', { name: 'Create key' }))
    expect(onClick).toHaveBeenCalledOnce()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('have a voice even where nobody thought of one', async () => {
    setUp(<ApiKeys.List />)
    expect(screen.getByRole('status')).toBeInTheDocument()
    expect(await within(screen.getByRole('status')).findByText('8 API keys')).toBeInTheDocument()
  })

  it('ask in a dialog that a host opens about the keys that the host names, and about no others', async () => {
    const Own = () => {
      const { apiKeys, dialog } = useApiKeys()
      const id = apiKeys.find(({ name }) => name === 'production-api')?.id ?? ''
      return (
        <button type="button" onClick={() => dialog.open({ type: 'bulk', action: 'disable', ids: [id] })}>
          Pause
        </button>
      )
    }
    const { user } = setUp(
      <>
        <Own />
        <ApiKeys.List selection />
        <ApiKeys.BulkBar />
      </>,
    )
    await screen.findByRole('row', { name: /^production-api/ })
    await user.click(screen.getByRole('checkbox', { name: 'Select ci-deploy' }))
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Disable 1 key?' }))
    const [about] = dialog.getAllByRole('listitem')
    await user.click(dialog.getByRole('button', { name: 'Disable 1 key' }))
    expect(await dialog.findByText('1 disabled')).toBeInTheDocument()
    expect(about).toHaveTextContent('production-api')
    await user.click(dialog.getByRole('button', { name: 'Done' }))
    expect(screen.getByRole('row', { name: /^production-api/ })).toHaveTextContent('Disabled')
  })

  it('open the form that a link asks for where the list has found nothing, too', async () => {
    window.history.replaceState(null, '', '#lk=create&name=ci')
    setUp(
      <>
        <ApiKeys.CreateFromLink />
        <ApiKeys.Dialogs />
      </>,
      { initialList: { search: 'nothing is called like this' } },
    )
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('ci')
    expect(window.location.hash).toBe('')
  })

  it('take what the host gives them: words of its own also where no pasted key can be found, and classes', async () => {
    const client = createClient()
    const capabilities = async () => {
      const all = await client.capabilities({})
      return { ...all, operations: all.operations.filter((name) => name !== 'identify') }
    }
    setUp(
      <>
        <ApiKeys.Search placeholder="Find a token" />
        <ApiKeys.StatusFilter className="mine" />
        <ApiKeys.List />
      </>,
      { client: { ...client, capabilities } },
    )
    await screen.findByRole('row', { name: /^production-api/ })
    expect(screen.getByRole('searchbox')).toHaveAttribute('placeholder', 'Find a token')
    expect(screen.getByRole('button', { name: 'Status: All' })).toHaveClass('mine')
  })

  it('open the form that a link asks for once it is known what the server offers', async () => {
    window.history.replaceState(null, '', '#lk=create&name=ci&expires=never')
    const client = createClient()
    let answer = () => {}
    const gate = new Promise<void>((resolve) => {
      answer = resolve
    })
    const capabilities = vi.fn(async (...given: Parameters<typeof client.capabilities>) => {
      await gate
      return client.capabilities(...given)
    })
    setUp(
      <>
        <ApiKeys.CreateFromLink />
        <ApiKeys.List />
        <ApiKeys.Dialogs />
      </>,
      { client: { ...client, capabilities } },
    )
    await screen.findByRole('row', { name: /^production-api/ })
    await vi.waitFor(() => expect(capabilities).toHaveBeenCalled())
    expect(screen.queryByRole('dialog')).toBeNull()
    answer()
    const dialog = within(await screen.findByRole('dialog'))
    expect(dialog.getByRole('radio', { name: 'Never' })).toBeChecked()
  })

  it('have no boxes to tick where nothing is done to what is ticked', async () => {
    setUp(<ApiKeys.List />)
    await screen.findByRole('row', { name: /^production-api/ })
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  it('say whose key was pasted, with a toolbar and without, and its name as it is', async () => {
    for (const search of [<ApiKeys.Search key="alone" />, <ApiKeys.Toolbar key="in a toolbar" />]) {
      const { user, client, unmount } = setUp(
        <>
          {search}
          <ApiKeys.List />
        </>,
      )
      const { secret } = await client.create({ name: 'cost$&center' })
      await screen.findByRole('row', { name: /^production-api/ })
      await user.click(screen.getByRole('searchbox'))
      await user.paste(secret ?? '')
      expect(await screen.findByRole('button', { name: 'Rotate…' })).toBeInTheDocument()
      expect(screen.getByRole('status')).toHaveTextContent('Found: cost$&center')
      unmount()
    }
  })

  const { Root, ...inside } = ApiKeys
  it.each(Object.entries(inside))('say what to do where they are outside of a Root: %s', (_name, Part) => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => render(<Part />)).toThrow(
      'Latchkey: a part of ApiKeys is outside of <ApiKeys.Root>. There it would find keys and words; here it has nothing to show. Put <ApiKeys.Root> around it, as far out as you like.',
    )
    quiet.mockRestore()
  })
})

function createClient() {
  const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow })
  return createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
}

function setUp(
  children: ReactNode,
  props: Pick<ComponentProps<typeof ApiKeys.Root>, 'initialList' | 'client'> = {},
) {
  const client = createClient()
  const user = userEvent.setup()
  const { unmount } = render(
    <StrictMode>
      <ApiKeys.Root client={client} now={() => mockNow} timeZone="UTC" locale="en" {...props}>
        {children}
      </ApiKeys.Root>
    </StrictMode>,
  )
  return { user, client, unmount }
}
