import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { en } from '../locales/en.js'
import { BulkBar } from './bulk-bar.js'
import { BulkDialog, type BulkDialogProps } from './bulk-dialog.js'
import type { BulkRun } from './bulk-run.js'

const keys = Array.from({ length: 12 }, (_, index) => ({ id: `id-${index + 1}`, name: `key-${index + 1}` }))

const idle: BulkRun = {
  isPending: false,
  isDone: false,
  progress: { done: 0, total: 0 },
  results: [],
  failedIds: [],
  retryableIds: [],
  retryFailed: vi.fn(),
  stop: vi.fn(),
}

function dialog(props: Partial<BulkDialogProps> = {}) {
  const all: BulkDialogProps = {
    open: true,
    choice: 'revoke',
    keys,
    run: idle,
    onClose: vi.fn(),
    onSubmit: vi.fn(),
    strings: en,
    ...props,
  }
  render(<BulkDialog {...all} />)
  return all
}

const button = (name: string) => screen.getByRole('button', { name })

describe('Before several keys are revoked', () => {
  it.each(['12', '١٢', '１２', '१२'])('takes their number in the digits of any script: %s', async (typed) => {
    const { onSubmit } = dialog()
    await userEvent.type(screen.getByRole('textbox'), typed)
    await userEvent.click(button('Revoke 12 keys'))
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it('names the first five, counts the others, and keeps focus on the safe button', () => {
    dialog()
    const names = screen.getAllByRole('listitem').map((item) => item.textContent)
    expect(names).toEqual(['key-1', 'key-2', 'key-3', 'key-4', 'key-5', 'and 7 more'])
    expect(screen.getByRole('alertdialog', { name: 'Revoke 12 keys?' })).toBeInTheDocument()
    expect(button('Cancel')).toHaveFocus()
  })

  it('asks for their number, and says so where it is another', async () => {
    const { onSubmit } = dialog()
    const field = screen.getByRole('textbox', { name: 'Type 12 to confirm' })
    await userEvent.type(field, '11{Enter}')
    expect(onSubmit).not.toHaveBeenCalled()
    expect(field).toHaveFocus()
    expect(field).toHaveAccessibleDescription('Type 12 to confirm.')
    await userEvent.clear(field)
    await userEvent.type(field, ' 12 {Enter}')
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it('asks for nothing where it can be undone', async () => {
    const { onSubmit } = dialog({ choice: 'disable' })
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
    await userEvent.click(button('Disable 12 keys'))
    expect(onSubmit).toHaveBeenCalledOnce()
  })
})

describe('While and after several keys are revoked', () => {
  it('says how far it is, and can be stopped, but not closed', async () => {
    const run = { ...idle, isPending: true, progress: { done: 4, total: 12 } }
    const { onClose } = dialog({ run })
    expect(screen.getByRole('status')).toHaveTextContent('Revoking 4 of 12…')
    await userEvent.keyboard('{Escape}')
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.click(button('Stop'))
    expect(run.stop).toHaveBeenCalledOnce()
  })

  it('tells which failed and why, and tries those again', async () => {
    const results = [
      ...keys.slice(0, 9).map(({ id }) => ({ id, ok: true as const })),
      { id: 'id-10', ok: false as const, code: 'store_unavailable' },
    ]
    const failedIds = ['id-10', 'id-11', 'id-12']
    const run = { ...idle, isDone: true, results, failedIds, retryableIds: failedIds }
    dialog({ run })
    expect(screen.getByRole('alert')).toHaveTextContent('9 revoked, 3 failed')
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      `key-10${en.error.byCode.store_unavailable}`,
      'key-11Not tried',
      'key-12Not tried',
    ])
    await userEvent.click(button('Retry failed'))
    expect(run.retryFailed).toHaveBeenCalledOnce()
  })

  it('keeps the focus when they are tried again, on the one button that is there then', async () => {
    const all: BulkDialogProps = {
      ...{ open: true, choice: 'revoke', keys, onClose: vi.fn(), onSubmit: vi.fn(), strings: en },
      run: { ...idle, isDone: true, failedIds: ['id-1'], retryableIds: ['id-1'] },
    }
    const { rerender } = render(<BulkDialog {...all} />)
    await userEvent.click(button('Retry failed'))
    rerender(<BulkDialog {...all} run={{ ...idle, isPending: true, progress: { done: 0, total: 1 } }} />)
    expect(button('Stop')).toHaveFocus()
  })

  it('asks nothing any more, neither while it goes nor when it is done', () => {
    for (const run of [
      { ...idle, isPending: true },
      { ...idle, isDone: true },
    ]) {
      const { unmount } = render(
        <BulkDialog
          {...{ open: true, choice: 'revoke', keys, run, onClose: vi.fn(), onSubmit: vi.fn(), strings: en }}
        />,
      )
      expect(screen.getByRole('alertdialog')).toHaveAccessibleName('Revoke 12 keys')
      unmount()
    }
  })

  it('offers no second try of what would be refused again', () => {
    const results = [{ id: 'id-1', ok: false as const, code: 'not_found' }]
    dialog({ run: { ...idle, isDone: true, results, failedIds: ['id-1'] } })
    expect(screen.getByRole('alert')).toHaveTextContent('0 revoked, 1 failed')
    expect(screen.queryByRole('button', { name: 'Retry failed' })).toBeNull()
  })

  it('ends with one button where all went well, which has the focus', () => {
    const results = keys.map(({ id }) => ({ id, ok: true as const }))
    dialog({ run: { ...idle, isDone: true, results } })
    expect(screen.getByRole('status')).toHaveTextContent('12 revoked')
    expect(button('Done')).toHaveFocus()
    expect(screen.queryByRole('button', { name: 'Retry failed' })).not.toBeInTheDocument()
  })
})

describe('The bar for selected keys', () => {
  it('is not there where none is selected', () => {
    const { container } = render(
      <BulkBar count={0} choices={[]} onChoose={vi.fn()} onClear={vi.fn()} strings={en} />,
    )
    expect(container).toBeEmptyDOMElement()
  })

  it('keeps what cannot be done within reach, with its reason', async () => {
    const onChoose = vi.fn()
    const choices = [{ choice: 'revoke' as const, reason: 'Not while offline.' }]
    render(<BulkBar count={3} choices={choices} onChoose={onChoose} onClear={vi.fn()} strings={en} />)
    expect(screen.getByRole('region', { name: 'Selected keys' })).toHaveTextContent('3 selected')
    expect(button('Revoke…')).toHaveAccessibleDescription('Not while offline.')
    await userEvent.click(button('Revoke…'))
    expect(onChoose).not.toHaveBeenCalled()
  })

  it('lets go of them with Escape', async () => {
    const onClear = vi.fn()
    render(<BulkBar count={3} choices={[]} onChoose={vi.fn()} onClear={onClear} strings={en} />)
    button('Clear').focus()
    await userEvent.keyboard('{Escape}')
    expect(onClear).toHaveBeenCalledOnce()
  })
})
