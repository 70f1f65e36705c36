import { act, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import { createFetchClient, LatchkeyError } from '../client/index.js'
import * as ApiKeys from './index.js'
import { lateParts } from './late-parts.js'

afterEach(() => vi.restoreAllMocks())

const gone = new LatchkeyError('not_loaded', '')

describe('What is fetched after the list', () => {
  it.each([
    ['a key', /^Actions for/],
    ['the filter', /^Status: All/],
  ])('the menu of %s opens for a click that came before it, and takes the focus', async (_, name) => {
    const arrive = holdBack()
    await showList()
    const [button] = screen.getAllByRole('button', { name })
    if (!button) throw new Error('There is no such button.')
    button.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    await arrive()
    const menu = await screen.findByRole('menu')
    expect(menu.firstElementChild).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    expect(button).toHaveFocus()
  })

  it('a menu that cannot be fetched says so, and opens for another try', async () => {
    vi.spyOn(lateParts, 'loaded').mockReturnValue(null)
    await showList()
    const load = vi.spyOn(lateParts, 'load').mockRejectedValue(gone)
    const [button] = screen.getAllByRole('button', { name: /^Actions for/ })
    if (!button) throw new Error('There is no key.')
    await userEvent.click(button)
    const retry = await screen.findByRole('button', { name: 'Try again' })
    expect(retry.closest('[role=alert]')).toHaveTextContent('Part of this page could not be loaded.')
    load.mockRestore()
    await userEvent.click(retry)
    expect(await screen.findByRole('menu')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  })

  it('a key can be renamed with F2 before the menu is there', async () => {
    holdBack()
    await showList()
    const [button] = screen.getAllByRole('button', { name: /^Actions for/ })
    if (!button) throw new Error('There is no key.')
    button.focus()
    await userEvent.keyboard('{F2}')
    expect(await screen.findByRole('dialog', { name: /^Rename/ })).toBeInTheDocument()
  })

  it('the bar for a selection that was made before it was there says how much is selected', async () => {
    const arrive = holdBack()
    await showList()
    const [, first, second] = screen.getAllByRole('checkbox')
    if (!first || !second) throw new Error('There are too few keys.')
    await userEvent.click(first)
    await userEvent.click(second)
    expect(screen.queryByRole('region', { name: 'Selected keys' })).not.toBeInTheDocument()
    await arrive()
    const bar = within(await screen.findByRole('region', { name: 'Selected keys' }))
    expect(bar.getByText('2 selected')).toBeInTheDocument()
    expect(bar.getByRole('button', { name: 'Revoke…' })).toBeInTheDocument()
  })
})

/** Fetches it not before the answer is called. */
function holdBack() {
  const load = lateParts.load.bind(lateParts)
  let arrive = () => {}
  const gate = new Promise<void>((resolve) => {
    arrive = resolve
  })
  vi.spyOn(lateParts, 'loaded').mockReturnValue(null)
  vi.spyOn(lateParts, 'load').mockImplementation(async () => {
    await gate
    return load()
  })
  return () =>
    act(async () => {
      arrive()
      await load()
    })
}

async function showList() {
  const backend = createMockBackend({ now: mockNow, seed: seeds.many(3) })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  render(
    <ApiKeys.Root client={client} now={() => mockNow}>
      <ApiKeys.Toolbar />
      <ApiKeys.List selection />
      <ApiKeys.BulkBar />
      <ApiKeys.Dialogs />
    </ApiKeys.Root>,
  )
  await screen.findAllByRole('button', { name: /^Actions for/ })
}
