import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { createFormatters } from '../locales/create-formatters.js'
import { en } from '../locales/en.js'
import { ExtendDialog } from './extend-dialog.js'
import type { KeyView } from './key-view.js'
import { RenameDialog } from './rename-dialog.js'
import { RevokeDialog, type RevokeDialogProps } from './revoke-dialog.js'
import { RotateDialog } from './rotate-dialog.js'
import { sampleView } from './sample-view.conformance.js'

const now = Date.parse('2026-11-23T17:40:00Z')
const format = createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h23' })
const look = { now, strings: en, format }

const idle: KeyView = { ...sampleView, name: 'ci-deploy', lastUsedAt: '2026-10-01T10:00:00Z' }
const busy: KeyView = { ...idle, lastUsedAt: '2026-11-23T17:38:00Z' }
const button = (name: string) => screen.getByRole('button', { name })

describe('Revoking', () => {
  function ask(props: Partial<RevokeDialogProps> = {}) {
    const onSubmit = vi.fn()
    const onClose = vi.fn()
    render(<RevokeDialog open view={idle} onClose={onClose} onSubmit={onSubmit} {...look} {...props} />)
    return { onSubmit, onClose }
  }

  it('asks as an alert, with the focus on Cancel and the key in full', () => {
    ask()
    const dialog = screen.getByRole('alertdialog', { name: 'Revoke “ci-deploy”?' })
    expect(dialog).toHaveAccessibleDescription(/fail immediately/)
    expect(dialog).toHaveTextContent('lk_live_pL0d … ending 8sWq')
    expect(dialog).toHaveTextContent('Last used: Thu, Oct 1, 2026, 10:00')
    expect(button('Cancel')).toHaveFocus()
  })

  it('takes one press for a key that nobody used within a day', async () => {
    const { onSubmit } = ask()
    await userEvent.click(button('Revoke key'))
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it('takes the name of a key that was used within a day, pasted or in capitals', async () => {
    const { onSubmit } = ask({ view: busy })
    expect(screen.getByText('Used 2 min. ago. Something still depends on it.')).toBeInTheDocument()
    await userEvent.click(button('Revoke key'))
    const field = screen.getByRole('textbox', { name: 'Type ci-deploy to confirm' })
    expect(field).toHaveFocus()
    expect(field).toBeInvalid()
    expect(onSubmit).not.toHaveBeenCalled()
    await userEvent.paste(' CI-Deploy ')
    await userEvent.keyboard('{Enter}')
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it('offers to disable instead, where that can be done', async () => {
    const onDisable = vi.fn()
    ask({ onDisable })
    await userEvent.click(button('Disable instead'))
    expect(onDisable).toHaveBeenCalledOnce()
  })

  it('of the new key of a rotation says that the old one goes on, and until when', () => {
    const old: KeyView = {
      ...idle,
      status: 'rotating',
      end: 'oLd1',
      rotation: { replacedById: 'new', overlapEndsAt: '2026-11-24T10:40:00Z' },
    }
    const view: KeyView = { ...idle, rotation: { replacesId: old.id } }
    ask({ view, predecessor: old })
    const dialog = screen.getByRole('alertdialog')
    expect(dialog.textContent).toMatch(
      /old key lk_live_pL0d … ending oLd1 keeps working until Tue, Nov 24, 2026, 10:40/,
    )
  })

  it('of the new key of a rotation says so where the old one is on another page, for as long as it may work', () => {
    const capabilities = { rotation: { defaultOverlapSeconds: 86_400, maxOverlapSeconds: 604_800 } }
    const recent = { ...idle, createdAt: '2026-11-20T10:00:00Z', rotation: { replacesId: 'old' } }
    ask({ view: recent, capabilities })
    expect(screen.getByRole('alertdialog').textContent).toMatch(/still in its overlap, it keeps working/)
    cleanup()
    ask({ view: { ...recent, createdAt: '2026-11-10T10:00:00Z' }, capabilities })
    expect(screen.getByRole('alertdialog').textContent).not.toMatch(/overlap/)
  })

  it('of the old key of a rotation says that the new one goes on', () => {
    const rotation = { replacedById: 'new', overlapEndsAt: '2026-11-24T10:40:00Z' }
    const successor: KeyView = { ...idle, id: 'new', end: 'nEw1', rotation: { replacesId: idle.id } }
    ask({ view: { ...idle, status: 'rotating', rotation }, successor })
    expect(screen.getByRole('alertdialog').textContent).toMatch(
      /new key lk_live_pL0d … ending nEw1 keeps working\./,
    )
  })

  it('is left with Escape and not with a press outside', async () => {
    const { onClose } = ask()
    await new Promise(requestAnimationFrame)
    await userEvent.click(document.querySelector('[data-lk-portal]') ?? document.body)
    expect(onClose).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('stays open with the reason when the server refuses', () => {
    ask({ error: { code: 'forbidden' } })
    expect(screen.getByRole('alert')).toHaveTextContent('You are not allowed to do this.')
  })
})

describe('Rotating', () => {
  it('begins at a day of overlap and says until when that is', async () => {
    const onSubmit = vi.fn()
    render(
      <RotateDialog
        open
        view={idle}
        onClose={() => undefined}
        onSubmit={onSubmit}
        capabilities={null}
        secret={null}
        {...look}
      />,
    )
    expect(screen.getByRole('radio', { name: '24 hours' })).toHaveFocus()
    expect(screen.getByText('The old key stops working on Tue, Nov 24, 2026, 17:40.')).toBeInTheDocument()
    await userEvent.keyboard('{ArrowRight}')
    expect(screen.getByText('The old key stops working on Mon, Nov 30, 2026, 17:40.')).toBeInTheDocument()
    await userEvent.click(button('Rotate key'))
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith(604_800)
  })

  it('promises no overlap beyond the old key’s own end, and none that the server refuses', () => {
    const rotation = { defaultOverlapSeconds: 86_400, maxOverlapSeconds: 86_400 }
    render(
      <RotateDialog
        open
        view={{ ...idle, expiresAt: '2026-11-23T20:00:00Z' }}
        onClose={() => undefined}
        onSubmit={() => undefined}
        capabilities={{ rotation }}
        secret={null}
        {...look}
      />,
    )
    expect(screen.getByText('The old key stops working on Mon, Nov 23, 2026, 20:00.')).toBeInTheDocument()
    expect(screen.queryByRole('radio', { name: '7 days' })).not.toBeInTheDocument()
  })
})

describe('Extending an overlap', () => {
  const old = (overlapEndsAt: string): KeyView => ({
    ...idle,
    status: 'rotating',
    rotation: { replacedById: 'new', overlapEndsAt },
  })
  const successor: KeyView = { ...idle, id: 'new', createdAt: '2026-11-23T10:40:00Z' }
  const dialog = (view: KeyView, error: { code: string } | null) => (
    <ExtendDialog
      open
      view={view}
      counterpart={successor}
      onClose={() => undefined}
      onSubmit={() => undefined}
      capabilities={null}
      error={error}
      {...look}
    />
  )

  it('offers what is left where the answer got lost, and the overlap had been extended all the same', () => {
    const { rerender } = render(dialog(old('2026-11-24T10:40:00Z'), null))
    expect(screen.getByRole('radio', { name: '24 hours' })).toBeChecked()
    rerender(dialog(old('2026-11-24T17:40:00Z'), { code: 'unreachable' }))
    expect(screen.queryByText(/as long as it may be/)).not.toBeInTheDocument()
    expect(screen.getByRole('radio', { name: '3 days' })).toBeChecked()
  })
})

describe('Renaming', () => {
  function rename(error: { code: string } | null = null) {
    const onSubmit = vi.fn()
    const onClose = vi.fn()
    render(<RenameDialog open view={idle} onClose={onClose} onSubmit={onSubmit} error={error} strings={en} />)
    return { onSubmit, onClose }
  }

  it('begins with the whole name selected, and Enter saves another', async () => {
    const { onSubmit } = rename()
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus()
    await userEvent.keyboard('  deploy {Enter}')
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith('deploy')
  })

  it('changes nothing on Escape, nor where the name stays the same', async () => {
    const { onSubmit, onClose } = rename()
    await userEvent.keyboard('{Escape}')
    await userEvent.click(button('Save name'))
    expect(onSubmit).not.toHaveBeenCalled()
    expect(onClose).toHaveBeenCalledTimes(2)
  })

  it('says what is wrong with a name', async () => {
    const { onSubmit } = rename()
    await userEvent.clear(screen.getByRole('textbox', { name: 'Name' }))
    await userEvent.click(button('Save name'))
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Enter a name.')
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('says that another key has the name', () => {
    rename({ code: 'name_taken' })
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(
      /Another key has this name/,
    )
  })
})
