import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { en } from '../locales/en.js'
import { HygieneBanner } from './hygiene-banner.js'
import { IdentifiedKey } from './identified-key.js'
import { OrderMenu } from './order-menu.js'
import { Pager } from './pager.js'
import { SortMenu } from './sort-menu.js'
import { StatusFilter } from './status-filter.js'
import { StatusMenu } from './status-menu.js'

const counts = {
  active: 3,
  expiring: 1,
  rotating: 0,
  disabled: 0,
  expired: 1,
  revoked: 2,
  unused: 1,
  stale: 0,
  revokedLongAgo: 0,
  total: 7,
}

function filter(value: Parameters<typeof StatusFilter>[0]['value'] = []) {
  const onToggle = vi.fn()
  const onReset = vi.fn()
  render(
    <StatusFilter
      menu={StatusMenu}
      value={value}
      counts={counts}
      onToggle={onToggle}
      onReset={onReset}
      strings={en}
    />,
  )
  return { onToggle, onReset, button: screen.getByRole('button') }
}

const choice = (name: RegExp) => screen.getByRole('menuitemcheckbox', { name })

describe('The status filter', () => {
  it.each([
    [[], 'Status: All'],
    [['expiring'], 'Status: Expiring'],
    [['active', 'revoked'], 'Status: 2 selected'],
  ] as const)('says on its button what is chosen: %j', (value, words) => {
    expect(filter(value).button).toHaveTextContent(words)
  })

  it('shows how many keys have each status, and which are chosen', async () => {
    const { button } = filter(['active'])
    await userEvent.click(button)
    expect(screen.getByRole('menu', { name: 'Filter by status' })).toBeInTheDocument()
    expect(choice(/^Active 3/)).toBeChecked()
    expect(choice(/^All 7/)).not.toBeChecked()
    expect(choice(/^Not used recently 0/)).not.toBeChecked()
    expect(screen.getAllByRole('menuitemcheckbox')).toHaveLength(9)
  })

  it('lets several be chosen by pointer or space bar, and closes with Enter', async () => {
    const { button, onToggle } = filter()
    button.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown} {ArrowDown} ')
    await userEvent.click(choice(/^Revoked/))
    expect(onToggle.mock.calls).toEqual([['active'], ['expiring'], ['revoked']])
    await userEvent.keyboard('{Enter}')
    expect(screen.queryByRole('menu')).not.toBeInTheDocument()
    expect(button).toHaveFocus()
  })

  it('goes back to all with its first entry', async () => {
    const { button, onReset } = filter(['active'])
    await userEvent.click(button)
    await userEvent.click(choice(/^All/))
    expect(onReset).toHaveBeenCalledOnce()
  })
})

describe('The sort menu', () => {
  const sort = () => {
    const onSort = vi.fn()
    render(
      <SortMenu menu={OrderMenu} value={{ by: 'createdAt', dir: 'desc' }} onSort={onSort} strings={en} />,
    )
    return onSort
  }

  it('says by what, and in words which way', () => {
    sort()
    expect(screen.getByRole('button', { name: 'Sorted by Created, Newest first' })).toHaveTextContent(
      'Created',
    )
  })

  it('begins the way that people mean: the latest use, the next to expire', async () => {
    const onSort = sort()
    await userEvent.click(screen.getByRole('button'))
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Expires' }))
    expect(onSort).toHaveBeenLastCalledWith({ by: 'expiresAt', dir: 'asc' })
    await userEvent.click(screen.getByRole('button'))
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Last used' }))
    expect(onSort).toHaveBeenLastCalledWith({ by: 'lastUsedAt', dir: 'desc' })
  })

  it('turns round', async () => {
    const onSort = sort()
    await userEvent.click(screen.getByRole('button'))
    expect(screen.getByRole('menuitemradio', { name: 'Newest first' })).toBeChecked()
    await userEvent.click(screen.getByRole('menuitemradio', { name: 'Oldest first' }))
    expect(onSort).toHaveBeenCalledExactlyOnceWith({ by: 'createdAt', dir: 'asc' })
  })
})

describe('The pager', () => {
  it('is not there for a handful of keys', () => {
    const { container } = render(
      <Pager range={{ first: 1, last: 8, total: 8 }} pageSize={25} onPageSize={vi.fn()} strings={en} />,
    )
    expect(container).toBeEmptyDOMElement()
  })

  it('tells which keys these are, and lets pages be longer', async () => {
    const onPageSize = vi.fn()
    const range = { first: 26, last: 50, total: 60 }
    render(<Pager range={range} pageSize={25} onPageSize={onPageSize} onNext={vi.fn()} strings={en} />)
    const pager = within(screen.getByRole('navigation', { name: 'Pages of API keys' }))
    expect(pager.getByText('26–50 of 60')).toBeInTheDocument()
    await userEvent.selectOptions(pager.getByRole('combobox', { name: 'Keys per page' }), '100')
    expect(onPageSize).toHaveBeenCalledExactlyOnceWith(100)
  })

  it('keeps its buttons, one of which may have the focus, while the way to another page is not known yet', () => {
    render(<Pager range={{ first: 1, last: 25, total: 28 }} strings={en} />)
    expect(screen.getByRole('button', { name: 'Previous' })).toHaveAttribute('aria-disabled', 'true')
    expect(screen.getByRole('button', { name: 'Next' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('offers a host’s own page size among the usual ones', () => {
    const range = { first: 1, last: 7, total: 60 }
    render(<Pager range={range} pageSize={7} onPageSize={vi.fn()} onNext={vi.fn()} strings={en} />)
    expect(screen.getByRole('combobox')).toHaveDisplayValue('7')
  })
})

describe('A pasted key', () => {
  it('is told by name, with what to do where it leaked, and that it stayed here', async () => {
    const onRotate = vi.fn()
    const actions = { onRotate, onRevoke: vi.fn() }
    const { container } = render(<IdentifiedKey status="found" name="ci-deploy" {...actions} strings={en} />)
    expect(container).toHaveTextContent('Found: ci-deploy · Not sent to the server')
    await userEvent.click(screen.getByRole('button', { name: 'Rotate…' }))
    expect(onRotate).toHaveBeenCalledOnce()
    expect(screen.getByRole('button', { name: 'Revoke…' })).toBeInTheDocument()
  })

  it.each(['asking', 'notFound', 'notAsked', 'cut', 'mistyped', 'failed'] as const)(
    'that is %s offers nothing to do',
    (status) => {
      const { container } = render(<IdentifiedKey status={status} strings={en} />)
      expect(container).toHaveTextContent(en.identify[status])
      expect(screen.queryByRole('button')).not.toBeInTheDocument()
    },
  )
})

describe('The banner for unused keys', () => {
  const verbs = { onReview: vi.fn(), onDismiss: vi.fn(), strings: en }

  it('says how many and for how long, and leads to them', async () => {
    const { container } = render(<HygieneBanner count={3} days={90} {...verbs} />)
    expect(container).toHaveTextContent('3 keys unused for 90 days')
    await userEvent.click(screen.getByRole('button', { name: 'Review' }))
    expect(verbs.onReview).toHaveBeenCalledOnce()
  })

  it('is not there where every key is used', () => {
    const { container } = render(<HygieneBanner count={0} days={90} {...verbs} />)
    expect(container).toBeEmptyDOMElement()
  })
})
