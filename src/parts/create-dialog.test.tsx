import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { createFormatters } from '../locales/create-formatters.js'
import { en } from '../locales/en.js'
import { CreateDialog, type CreateDialogProps } from './create-dialog.js'

const now = Date.parse('2026-11-23T17:40:00Z')
const format = createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h23' })
const daySeconds = 86_400

const catalogue: CreateDialogProps['catalogue'] = {
  scopes: [
    { name: 'orders:read', description: 'See orders.', group: 'Orders' },
    { name: 'orders:write', description: 'Change orders.', group: 'Orders' },
  ],
  presets: [
    { name: 'full', scopes: ['orders:read', 'orders:write'] },
    { name: 'read', scopes: ['orders:read'] },
  ],
}
const capabilities: CreateDialogProps['capabilities'] = {
  environments: ['live'],
  expiry: { defaultSeconds: 90 * daySeconds, maxSeconds: null, allowNever: true },
}

function form(props: Partial<CreateDialogProps> = {}) {
  const onSubmit = vi.fn()
  const onClose = vi.fn()
  const all: CreateDialogProps = {
    open: true,
    onClose,
    onSubmit,
    capabilities,
    catalogue,
    secret: null,
    now,
    strings: en,
    format,
    ...props,
  }
  const view = render(<CreateDialog {...all} />)
  return {
    onSubmit,
    onClose,
    again: (next: Partial<CreateDialogProps>) => view.rerender(<CreateDialog {...all} {...next} />),
  }
}

const name = () => screen.getByRole('textbox', { name: 'Name' })
const choose = (option: string) => userEvent.click(screen.getByRole('radio', { name: option }))
const submit = () => userEvent.click(screen.getByRole('button', { name: 'Create key' }))
const expiries = () => screen.getByRole('group', { name: 'Expires' })

describe('The create form', () => {
  it('sends nothing before the permissions are there: such a key could do nothing', async () => {
    const { onSubmit, again } = form({ catalogue: null, cataloguePending: true })
    expect(screen.getByText('Loading…')).toBeInTheDocument()
    await userEvent.type(name(), 'ci{Enter}')
    await submit()
    expect(onSubmit).not.toHaveBeenCalled()
    again({ catalogue, cataloguePending: false })
    expect(screen.queryByText('Loading…')).not.toBeInTheDocument()
    expect(onSubmit).toHaveBeenCalledOnce()
    expect(onSubmit).toHaveBeenCalledWith(expect.objectContaining({ name: 'ci', scopes: ['orders:read'] }))
  })

  it('leaves it to the person where the permissions did not come', async () => {
    const { onSubmit, again } = form({ catalogue: null, cataloguePending: true })
    await userEvent.type(name(), 'ci{Enter}')
    again({ cataloguePending: false, onRetryCatalogue: vi.fn() })
    expect(onSubmit).not.toHaveBeenCalled()
    await submit()
    expect(onSubmit).toHaveBeenCalledOnce()
  })

  it('begins with the focus on the name, and says what the default expiry means', () => {
    form()
    expect(name()).toHaveFocus()
    expect(screen.getByRole('radio', { name: '90 days' })).toBeChecked()
    expect(screen.getByText('Stops working on Sun, Feb 21, 2027, 17:40.')).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: 'Read only' })).toBeChecked()
  })

  it('hands over what was chosen', async () => {
    const { onSubmit } = form()
    await userEvent.type(name(), 'ci-deploy')
    await choose('30 days')
    await choose('Restricted')
    await userEvent.click(screen.getByRole('checkbox', { name: /orders:write/ }))
    await submit()
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({
      name: 'ci-deploy',
      expiresAt: '2026-12-23T17:40:00.000Z',
      scopes: ['orders:write'],
    })
  })

  it('is sent with Enter, and with presets by name of the server', async () => {
    const { onSubmit } = form()
    await choose('Full access')
    await choose('Never')
    expect(screen.getByText(/Keys that never expire are the ones that leak/)).toBeInTheDocument()
    await userEvent.type(name(), 'worker{Enter}')
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith({
      name: 'worker',
      expiresAt: null,
      scopes: ['orders:read', 'orders:write'],
    })
  })

  it('calls nothing wrong before it is sent, and then leads to the first thing that is', async () => {
    const { onSubmit } = form()
    await choose('Restricted')
    await choose('Custom…')
    expect(screen.queryByText('Enter a name.')).not.toBeInTheDocument()
    await submit()
    expect(onSubmit).not.toHaveBeenCalled()
    expect(name()).toHaveFocus()
    expect(name()).toBeInvalid()
    expect(name()).toHaveAccessibleDescription(/Enter a name\./)
    expect(screen.getByText('Choose a date.')).toBeInTheDocument()
    expect(screen.getByText('Choose at least one permission.')).toBeInTheDocument()
  })

  it('lets what is corrected be right at once, and stays where the person types', async () => {
    form()
    await choose('Restricted')
    await submit()
    await userEvent.type(name(), 'ci')
    expect(name()).toBeValid()
    expect(name()).toHaveFocus()
    await submit()
    expect(screen.getByRole('checkbox', { name: /orders:read/ })).toHaveFocus()
  })

  it('takes the end of the chosen day as the end of the key', async () => {
    const { onSubmit } = form()
    await userEvent.type(name(), 'ci')
    await choose('Custom…')
    await userEvent.type(screen.getByLabelText('Last day'), '2026-12-31')
    expect(screen.getByText('Stops working on Thu, Dec 31, 2026, 23:59.')).toBeInTheDocument()
    await submit()
    expect(onSubmit).toHaveBeenCalledWith(expect.objectContaining({ expiresAt: '2026-12-31T23:59:59.000Z' }))
  })

  it('offers no expiry that the server refuses', () => {
    const expiry = { defaultSeconds: 400 * daySeconds, maxSeconds: 30 * daySeconds, allowNever: false }
    form({ capabilities: { environments: ['live'], expiry } })
    expect([...expiries().querySelectorAll('input')].map((radio) => radio.value)).toEqual([
      '7',
      '30',
      'custom',
    ])
    expect(screen.getByRole('radio', { name: '30 days' })).toBeChecked()
  })

  it('asks for no permissions where the server grants none', async () => {
    const { onSubmit } = form({ catalogue: null })
    expect(screen.queryByRole('group', { name: 'Permissions' })).not.toBeInTheDocument()
    await userEvent.type(name(), 'ci{Enter}')
    expect(onSubmit.mock.calls[0]?.[0]).not.toHaveProperty('scopes')
  })

  it('sends no text with a whole key in it, and says what to do (ST-1)', async () => {
    const { onSubmit } = form()
    const key = 'acme_live_zZ9yY8xX7wW6vV5u_Zz0Yy1Xx2Ww3Vv4Uu5Tt6Ss7Rr8Qq9PpOoNnMmLlKkJ3qovbm'
    await userEvent.click(name())
    await userEvent.paste(key)
    await userEvent.click(screen.getByText('Advanced'))
    await userEvent.click(screen.getByRole('textbox', { name: /^Description/ }))
    await userEvent.paste(`instead of ${key}`)
    await submit()
    expect(onSubmit).not.toHaveBeenCalled()
    expect(name()).toHaveAccessibleDescription(/^Remove the API key: others can read/)
    expect(screen.getByRole('textbox', { name: /^Description/ })).toBeInvalid()
  })

  it('keeps everything when the server refuses, and puts its answer beside the field', async () => {
    const { again } = form()
    await userEvent.type(name(), 'ci-deploy{Enter}')
    again({ pending: true })
    again({ error: { code: 'name_taken' } })
    expect(name()).toHaveValue('ci-deploy')
    expect(name()).toHaveFocus()
    expect(name()).toHaveAccessibleDescription(/Another key has this name/)
  })

  it('says above the form what concerns no field', () => {
    form({ error: { code: 'key_limit_reached' } })
    expect(screen.getByRole('alert')).toHaveTextContent('Revoke one to create another.')
  })

  it('can be sent once, and cannot be left, while the server is at work', async () => {
    const { onSubmit, onClose, again } = form()
    await userEvent.type(name(), 'ci')
    again({ pending: true })
    await userEvent.keyboard('{Enter}')
    await userEvent.click(screen.getByRole('button', { name: 'Creating…' }))
    await userEvent.keyboard('{Escape}')
    expect(onSubmit).not.toHaveBeenCalled()
    expect(onClose).not.toHaveBeenCalled()
  })

  it('is left without a question where nothing was entered, or by a button that says so', async () => {
    const { onClose } = form()
    await userEvent.type(name(), 'c{Backspace}')
    await userEvent.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledTimes(1)
    await userEvent.type(name(), 'ci')
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(onClose).toHaveBeenCalledTimes(2)
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })

  it.each([
    ['Escape', () => userEvent.keyboard('{Escape}')],
    ['the cross', () => userEvent.click(screen.getByRole('button', { name: 'Close' }))],
    ['a press outside', () => userEvent.click(document.querySelector('.lk-overlay') ?? document.body)],
  ])('asks before %s loses what was entered, and goes back to it', async (_, leave) => {
    const { onClose } = form()
    await userEvent.type(name(), 'ci')
    await leave()
    const question = await screen.findByRole('alertdialog', { name: 'Discard what you entered?' })
    expect(within(question).getByRole('button', { name: 'Keep editing' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument())
    expect(onClose).not.toHaveBeenCalled()
    expect(name()).toHaveValue('ci')
    await leave()
    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }))
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('asks nothing when it opens again', async () => {
    const { again } = form()
    await userEvent.type(name(), 'ci')
    await userEvent.keyboard('{Escape}')
    await screen.findByRole('alertdialog')
    again({ open: false })
    await vi.waitFor(() => expect(screen.queryByRole('dialog', { hidden: true })).not.toBeInTheDocument())
    again({ open: true })
    expect(name()).toHaveValue('')
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })

  it('gives the focus back to where it came from', async () => {
    const opener = document.body.appendChild(document.createElement('button'))
    opener.focus()
    const { again } = form()
    expect(opener).not.toHaveFocus()
    again({ open: false })
    await vi.waitFor(() => expect(opener).toHaveFocus())
    opener.remove()
  })
})
