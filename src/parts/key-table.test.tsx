import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { createFormatters } from '../locales/create-formatters.js'
import { en } from '../locales/en.js'
import {
  KeyTableWithMenu as KeyTable,
  type KeyTableWithMenuProps as KeyTableProps,
} from './key-table-with-menu.js'
import type { KeyView } from './key-view.js'
import { sampleView } from './sample-view.conformance.js'

const now = Date.parse('2026-11-23T17:40:00Z')
const format = createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h23' })

const production: KeyView = { ...sampleView, lastUsedAt: '2026-11-23T17:38:00Z' }
const ci: KeyView = { ...production, id: 'ciaaaaaaaaaaaaaa', name: 'ci-deploy', start: 'ciaa' }

const menu = [
  { action: 'rename' },
  { action: 'rotate' },
  { action: 'disable' },
  { action: 'revoke' },
] as const

function table(props: Partial<KeyTableProps> = {}) {
  const onAction = vi.fn()
  const all: KeyTableProps = {
    keys: [production, ci],
    actionsFor: () => menu,
    onAction,
    now,
    strings: en,
    format,
    ...props,
  }
  const shown = render(<KeyTable {...all} />)
  const change = (next: Partial<KeyTableProps>) => shown.rerender(<KeyTable {...all} {...next} />)
  return { onAction, change, ...shown }
}

const menuButton = (name: string) => screen.getByRole('button', { name: `Actions for ${name}` })
const entry = (name: string) => screen.getByRole('menuitem', { name })

describe('The list of keys', () => {
  it('is a table with a caption, columns, and a row header on each name', () => {
    table()
    expect(screen.getByRole('table', { name: 'API keys' })).toBeInTheDocument()
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual([
      'Name',
      'Key',
      'Status',
      'Last used',
      'Expires',
      'Actions',
    ])
    expect(screen.getByRole('rowheader', { name: /production-api/ })).toHaveAttribute('scope', 'row')
  })

  it('reads a key aloud by its beginning and its last four characters', () => {
    table({ keys: [production] })
    const value = screen.getByRole('cell', { name: /lk_live_/ })
    expect(value).toHaveTextContent('lk_live_pL0d … ending 8sWq')
    expect(value.firstElementChild).toHaveAttribute('dir', 'ltr')
  })

  it('says in words how long an old key still works, and what replaced it', () => {
    const old: KeyView = {
      ...production,
      status: 'rotating',
      rotation: { replacedById: ci.id, overlapEndsAt: '2026-11-24T10:50:00Z' },
    }
    table({ keys: [old, { ...ci, rotation: { replacesId: old.id } }] })
    expect(screen.getByText('Rotating · 17 hr left')).toBeInTheDocument()
    expect(screen.getByRole('rowheader', { name: /Replaced by ci-deploy/ })).toBeInTheDocument()
  })

  it('tells a key that was never used from one that was, in words', () => {
    table({ keys: [{ ...production, lastUsedAt: null, unused: true }] })
    expect(screen.getAllByText('Never used').length).toBeGreaterThan(0)
  })

  it('shows what went wrong with a key in its own row', () => {
    table({ keys: [production, { ...ci, error: { code: 'version_conflict' } }] })
    const row = screen.getByRole('row', { name: /ci-deploy/ })
    expect(row).toHaveTextContent('Somebody changed this key meanwhile.')
    expect(screen.getByRole('row', { name: /production-api/ })).not.toHaveTextContent('Somebody')
  })

  it('keeps the place of rows that are still on their way, and offers nothing in them', () => {
    const { container } = table({ loading: true, keys: [] })
    expect(screen.getByRole('table', { name: 'Loading API keys' })).toHaveAttribute('aria-busy', 'true')
    expect(container.querySelectorAll('[data-skeleton]')).toHaveLength(5)
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })
})

describe('The menu of a row', () => {
  it.each(['{Enter}', ' ', '{ArrowDown}'])('opens at its first entry with %s', async (key) => {
    table()
    menuButton('ci-deploy').focus()
    await userEvent.keyboard(key)
    expect(screen.getByRole('menu', { name: 'Actions for ci-deploy' })).toBeInTheDocument()
    expect(entry('Rename…')).toHaveFocus()
    expect(menuButton('ci-deploy')).toHaveAttribute('aria-expanded', 'true')
  })

  it('opens at its last entry with the arrow up', async () => {
    table()
    menuButton('ci-deploy').focus()
    await userEvent.keyboard('{ArrowUp}')
    expect(entry('Revoke…')).toHaveFocus()
  })

  it('goes round with the arrows, and to its ends with Home and End', async () => {
    table()
    menuButton('ci-deploy').focus()
    await userEvent.keyboard('{Enter}{ArrowDown}')
    expect(entry('Rotate…')).toHaveFocus()
    await userEvent.keyboard('{End}{ArrowDown}')
    expect(entry('Rename…')).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}')
    expect(entry('Revoke…')).toHaveFocus()
    await userEvent.keyboard('{Home}')
    expect(entry('Rename…')).toHaveFocus()
  })

  it('finds an entry by its first letters', async () => {
    table()
    menuButton('ci-deploy').focus()
    await userEvent.keyboard('{Enter}rev')
    expect(entry('Revoke…')).toHaveFocus()
  })

  it('goes on to the next entry when the same letter is typed again', async () => {
    table()
    menuButton('ci-deploy').focus()
    await userEvent.keyboard('{Enter}r')
    expect(entry('Rotate…')).toHaveFocus()
    await userEvent.keyboard('r')
    expect(entry('Revoke…')).toHaveFocus()
  })

  it('gives focus back to its button on Escape', async () => {
    table()
    menuButton('ci-deploy').focus()
    await userEvent.keyboard('{Enter}{Escape}')
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    expect(menuButton('ci-deploy')).toHaveFocus()
  })

  it('lets Tab go on from its button', async () => {
    table()
    menuButton('production-api').focus()
    await userEvent.keyboard('{Enter}{Tab}')
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    expect(menuButton('ci-deploy')).toHaveFocus()
  })

  it('gives focus back before it acts, so that a dialog can give it back in turn', async () => {
    const onAction = vi.fn(() => expect(menuButton('ci-deploy')).toHaveFocus())
    table({ onAction })
    await userEvent.click(menuButton('ci-deploy'))
    await userEvent.click(entry('Revoke…'))
    expect(onAction).toHaveBeenCalledExactlyOnceWith('revoke', ci)
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
  })

  it('closes when something else is pressed, and when its button is pressed again', async () => {
    table()
    await userEvent.click(menuButton('ci-deploy'))
    await userEvent.click(screen.getByText('production-api'))
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    await userEvent.click(menuButton('ci-deploy'))
    await userEvent.click(menuButton('ci-deploy'))
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
  })

  it('keeps an entry that cannot act within reach, with its reason', async () => {
    const { onAction } = table({ actionsFor: () => [{ action: 'rotate', reason: 'Not while offline.' }] })
    menuButton('ci-deploy').focus()
    await userEvent.keyboard('{Enter}')
    expect(entry('Rotate… Not while offline.')).toHaveFocus()
    expect(entry('Rotate… Not while offline.')).toHaveAttribute('aria-disabled', 'true')
    await userEvent.keyboard('{Enter}')
    expect(onAction).not.toHaveBeenCalled()
    expect(screen.getByRole('menu')).toBeInTheDocument()
  })

  it('renames with F2, without being opened', async () => {
    const { onAction } = table()
    menuButton('ci-deploy').focus()
    await userEvent.keyboard('{F2}')
    expect(onAction).toHaveBeenCalledExactlyOnceWith('rename', ci)
  })

  it('does not open while something is under way for its key', async () => {
    table({ keys: [{ ...ci, pending: 'revoke' }] })
    await userEvent.click(menuButton('ci-deploy'))
    menuButton('ci-deploy').focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    expect(within(screen.getByRole('row', { name: /ci-deploy/ })).getByText('Revoking…')).toBeInTheDocument()
  })
})

describe('Selecting rows', () => {
  function selecting(ids: readonly string[] = []) {
    const selection = {
      ids: new Set(ids),
      allState: ids.length > 0 ? ('indeterminate' as const) : false,
      selectable: (id: string) => id !== ci.id || ids.length === 0,
      toggle: vi.fn(),
      toggleAll: vi.fn(),
      clear: vi.fn(),
    }
    table({ selection })
    return selection
  }
  const box = (name: string) => screen.getByRole('checkbox', { name })

  it('leaves a row named by its key', () => {
    selecting()
    expect(screen.getByRole('row', { name: /^ci-deploy/ })).toBeInTheDocument()
  })

  it('takes one by pointer or space bar, and a range with Shift', async () => {
    const { toggle } = selecting()
    await userEvent.click(box('Select production-api'))
    expect(toggle).toHaveBeenLastCalledWith(production.id, { range: false })
    const user = userEvent.setup()
    await user.keyboard('{Shift>}')
    await user.click(box('Select ci-deploy'))
    expect(toggle).toHaveBeenLastCalledWith(ci.id, { range: true })
    await user.keyboard('{/Shift}')
    box('Select ci-deploy').focus()
    await user.keyboard(' ')
    expect(toggle).toHaveBeenLastCalledWith(ci.id, { range: false })
  })

  it('says that some, but not all, are selected', () => {
    selecting([production.id])
    expect(box('Select all keys on this page')).toBePartiallyChecked()
    expect(box('Select production-api')).toBeChecked()
  })

  it('offers no box for a key that cannot be selected', () => {
    selecting([production.id])
    expect(screen.queryByRole('checkbox', { name: 'Select ci-deploy' })).not.toBeInTheDocument()
  })

  it('lets go of all with Escape', async () => {
    const { clear } = selecting([production.id])
    box('Select production-api').focus()
    await userEvent.keyboard('{Escape}')
    expect(clear).toHaveBeenCalledOnce()
  })
})

describe('Sorting by a heading', () => {
  it('tells of the active column alone which way it goes', () => {
    table({ sort: { by: 'lastUsedAt', dir: 'desc' }, onSort: vi.fn() })
    const sorted = screen.getAllByRole('columnheader').map((cell) => cell.getAttribute('aria-sort'))
    expect(sorted).toEqual([null, null, null, 'descending', null, null])
  })

  it('turns round what it is sorted by, and begins with what people mean elsewhere', async () => {
    const onSort = vi.fn()
    table({ sort: { by: 'name', dir: 'asc' }, onSort })
    await userEvent.click(screen.getByRole('button', { name: 'Name' }))
    expect(onSort).toHaveBeenLastCalledWith({ by: 'name', dir: 'desc' })
    await userEvent.click(screen.getByRole('button', { name: 'Last used' }))
    expect(onSort).toHaveBeenLastCalledWith({ by: 'lastUsedAt', dir: 'desc' })
  })
})

describe('The use of keys', () => {
  it('is a drawing and a sentence', () => {
    const days = [
      { allowed: 1200, denied: 0 },
      { allowed: 4, denied: 2 },
    ]
    table({ keys: [production], usage: { status: 'success', data: { series: { [production.id]: days } } } })
    expect(screen.getByRole('img', { name: '1,206 requests in 30 days (2 refused)' })).toBeInTheDocument()
  })

  it('comes later than the keys, and draws nothing else of their rows again', () => {
    const date = vi.fn(format.date)
    const props = { keys: [production], now, strings: en, format: { ...format, date } }
    const { rerender } = render(<KeyTable {...props} usage={{ status: 'pending' }} />)
    const drawn = date.mock.calls.length
    expect(drawn).toBeGreaterThan(0)
    const series = { [production.id]: [{ allowed: 1, denied: 0 }] }
    rerender(<KeyTable {...props} usage={{ status: 'success', data: { series } }} />)
    expect(screen.getByRole('img', { name: /^1 request/ })).toBeInTheDocument()
    expect(date).toHaveBeenCalledTimes(drawn)
  })

  it('that could not be loaded says so, and nothing about the key', () => {
    table({ keys: [production], usage: { status: 'error' } })
    expect(screen.getByRole('cell', { name: 'Usage could not be loaded' })).toBeInTheDocument()
  })
})

describe('The tooltip of the list', () => {
  it('shows all permissions for "+2", on focus and on a press, until Escape', async () => {
    table({ keys: [{ ...production, scopes: ['orders:read', 'orders:write', 'users:read'] }], scopes: true })
    const more = screen.getByRole('button', {
      name: '+2. Permissions: orders:read, orders:write, users:read',
    })
    await userEvent.click(more)
    await screen.findByRole('tooltip')
    expect(more).toHaveAccessibleDescription('orders:read, orders:write, users:read')
    await userEvent.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
    expect(more).not.toHaveAttribute('aria-describedby')
  })

  it('keeps the selection when Escape was meant for it', async () => {
    const clear = vi.fn()
    const selection = {
      ids: new Set([production.id]),
      allState: true as const,
      selectable: () => true,
      toggle: vi.fn(),
      toggleAll: vi.fn(),
      clear,
    }
    table({ keys: [{ ...production, scopes: ['orders:read', 'orders:write'] }], scopes: true, selection })
    await userEvent.click(screen.getByRole('button', { name: /^\+1/ }))
    await screen.findByRole('tooltip')
    await userEvent.keyboard('{Escape}')
    expect(clear).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    expect(clear).toHaveBeenCalledOnce()
  })

  it('goes with the row that it was about', async () => {
    const keys = [{ ...production, scopes: ['orders:read', 'orders:write'] }, ci]
    const { change } = table({ keys, scopes: true })
    await userEvent.click(screen.getByRole('button', { name: /^\+1/ }))
    await screen.findByRole('tooltip')
    change({ keys: [ci] })
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument()
  })

  it('does not tell since when a key is disabled where its backend does not know', async () => {
    const keys = [{ ...production, status: 'disabled' as const, disabledAt: '2026-11-01T10:00:00Z' }]
    const { change } = table({ keys })
    fireEvent.pointerOver(screen.getByText('Disabled'))
    expect(await screen.findByRole('tooltip')).toHaveTextContent('November 1, 2026')
    await userEvent.keyboard('{Escape}')
    change({ lacks: ['disabledAt'] })
    vi.useFakeTimers()
    fireEvent.pointerOver(screen.getByText('Disabled'))
    act(() => vi.advanceTimersByTime(1000))
    vi.useRealTimers()
    expect(screen.queryByRole('tooltip')).toBeNull()
  })
})
