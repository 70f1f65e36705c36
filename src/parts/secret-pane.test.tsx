import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { ApiKey } from '../contract/index.js'
import { sampleKey } from '../hooks/sample-key.conformance.js'
import { createFormatters } from '../locales/create-formatters.js'
import { en } from '../locales/en.js'
import { CreateDialog } from './create-dialog.js'
import type { SecretView } from './secret-view.js'

const secretText = 'lk_live_zZ9yY8xX7wW6vV5u_Zz0Yy1Xx2Ww3Vv4Uu5Tt6Ss7Rr8Qq9PpOoNnMmLlKkJ3qovbm'
const now = Date.parse('2026-11-23T17:40:00Z')
const format = createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h23' })

const key: ApiKey = {
  ...sampleKey,
  id: 'zZ9yY8xX7wW6vV5u',
  name: 'production-api',
  start: 'zZ9y',
  end: 'ovbm',
}

type Clipboard = () => Promise<{ ok: true } | { ok: false; reason: 'denied' }>

/** A secret that behaves as its owner would: saved is what the clipboard confirmed, and closing asks before. */
function Step({ clipboard, announce }: { clipboard: Clipboard; announce?: (text: string) => void }) {
  const [status, setStatus] = useState<SecretView['state']['status']>('revealed')
  const [isVisible, setVisible] = useState(false)
  const secret: SecretView = {
    state: { status },
    key,
    previous: null,
    origin: 'create',
    isSaved: status === 'saved',
    isVisible,
    read: () => secretText,
    toggleVisible: () => setVisible((visible) => !visible),
    async copy() {
      const result = await clipboard()
      if (result.ok) setStatus('saved')
      return result
    },
    acknowledge: () => setStatus('saved'),
    requestClose: () => setStatus((before) => (before === 'revealed' ? 'confirmingClose' : 'closed')),
    cancelClose: () => setStatus('revealed'),
    forceClose: () => setStatus('closed'),
  }
  return (
    <CreateDialog
      open={status !== 'closed'}
      onClose={() => undefined}
      onSubmit={() => undefined}
      capabilities={null}
      catalogue={null}
      secret={secret}
      announce={announce}
      now={now}
      strings={en}
      format={format}
    />
  )
}

const allowed: Clipboard = async () => ({ ok: true })
const denied: Clipboard = async () => ({ ok: false, reason: 'denied' })
const button = (name: string) => screen.getByRole('button', { name })
const dialog = () => screen.queryByRole('dialog')

describe('The secret step', () => {
  it('is masked, with the focus on Copy', () => {
    render(<Step clipboard={allowed} />)
    expect(button('Copy')).toHaveFocus()
    expect(dialog()).toHaveAccessibleName('Save your key')
    expect(document.body).not.toHaveTextContent(secretText)
  })

  it('shows the secret on request, as text and in no attribute', async () => {
    render(<Step clipboard={allowed} />)
    await userEvent.click(button('Show key'))
    expect(screen.getByText(secretText).tagName).toBe('CODE')
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes])
    expect(attributes.filter(({ value }) => value.includes(secretText))).toEqual([])
    await userEvent.click(button('Hide key'))
    expect(screen.queryByText(secretText)).not.toBeInTheDocument()
  })

  it('says that it was copied, keeps the focus, and offers Done', async () => {
    const announce = vi.fn()
    render(<Step clipboard={allowed} announce={announce} />)
    await userEvent.keyboard('{Enter}')
    expect(button('Copied')).toHaveFocus()
    expect(announce).toHaveBeenCalledExactlyOnceWith('Copied', 'polite')
    expect(screen.queryByRole('button', { name: 'Copy and close' })).not.toBeInTheDocument()
    await userEvent.click(button('Done'))
    expect(dialog()).not.toBeInTheDocument()
  })

  it('closes with Copy and close only after the clipboard said yes', async () => {
    let say: (result: { ok: true }) => void = () => undefined
    render(<Step clipboard={() => new Promise((resolve) => (say = resolve))} />)
    await userEvent.click(button('Copy and close'))
    expect(dialog()).toBeInTheDocument()
    say({ ok: true })
    await vi.waitFor(() => expect(dialog()).not.toBeInTheDocument())
  })

  it('selects the secret where copying is blocked, and believes the person who saved it', async () => {
    const announce = vi.fn()
    render(<Step clipboard={denied} announce={announce} />)
    await userEvent.click(button('Copy and close'))
    expect(dialog()).toBeInTheDocument()
    expect(document.getSelection()?.toString()).toBe(secretText)
    expect(screen.getByText(/Your browser blocked copying/)).toBeInTheDocument()
    expect(announce).toHaveBeenCalledExactlyOnceWith(en.announce.copyFailed, 'assertive')
    await userEvent.click(screen.getByRole('checkbox', { name: 'I’ve saved this key' }))
    await userEvent.click(button('Done'))
    expect(dialog()).not.toBeInTheDocument()
  })

  it('counts a copy by hand as saved', async () => {
    render(<Step clipboard={denied} />)
    await userEvent.click(button('Copy'))
    screen.getByText(secretText).dispatchEvent(new Event('copy', { bubbles: true }))
    expect(await screen.findByRole('button', { name: 'Done' })).toBeInTheDocument()
  })
})

describe('Closing the secret step before anything was saved', () => {
  const guard = () => screen.queryByRole('alertdialog')
  const ways = {
    Escape: () => userEvent.keyboard('{Escape}'),
    'the cross': () => userEvent.click(button('Close')),
    'a press outside': async () => {
      // A dialog listens for presses outside from the next moment on: the one that opened it is over by then.
      await new Promise(requestAnimationFrame)
      await userEvent.click(document.querySelector('[data-lk-portal]') ?? document.body)
    },
  }

  it.each(Object.entries(ways))('asks first, after %s', async (_, close) => {
    render(<Step clipboard={allowed} />)
    await close()
    expect(guard()).toHaveAccessibleName('Close without saving the key?')
    expect(within(guard() ?? document.body).getByRole('button', { name: 'Copy and close' })).toHaveFocus()
  })

  it.each(Object.entries(ways))('goes back on Escape, to Copy, after %s', async (_, close) => {
    render(<Step clipboard={allowed} />)
    await close()
    await userEvent.keyboard('{Escape}')
    expect(guard()).not.toBeInTheDocument()
    expect(button('Copy')).toHaveFocus()
  })

  it('copies and closes in one go', async () => {
    render(<Step clipboard={allowed} />)
    await userEvent.keyboard('{Escape}{Enter}')
    expect(dialog()).not.toBeInTheDocument()
  })

  it('goes back to the secret where that copy is blocked', async () => {
    render(<Step clipboard={denied} />)
    await userEvent.keyboard('{Escape}{Enter}')
    expect(guard()).not.toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: 'I’ve saved this key' })).toBeInTheDocument()
  })

  it('closes unsaved when that is what the person wants', async () => {
    render(<Step clipboard={allowed} />)
    await userEvent.keyboard('{Escape}')
    await userEvent.click(button('Close anyway'))
    expect(dialog()).not.toBeInTheDocument()
  })

  it('leaves what happens inside to itself: no event reaches a form around the component', async () => {
    const onSubmit = vi.fn()
    const onKeyDown = vi.fn()
    render(
      // biome-ignore lint/a11y/noStaticElementInteractions: it stands for whatever a host has around it.
      <div onSubmit={onSubmit} onKeyDown={onKeyDown} onClick={onSubmit}>
        <Step clipboard={allowed} />
      </div>,
    )
    await userEvent.keyboard('{Enter}')
    await userEvent.click(button('Done'))
    expect(onSubmit).not.toHaveBeenCalled()
    expect(onKeyDown).not.toHaveBeenCalled()
  })
})
