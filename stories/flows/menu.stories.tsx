import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { chooseAction } from '../play/choose-action.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'

/** One menu for all rows, by pointer and by keyboard. Whatever it opens, the focus comes back. */
const meta = {
  title: 'Flows/Menu',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode('<ApiKeyManager baseUrl="/api/keys" />'),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** What can be done depends on the key: an active one offers everything, a revoked one only its id. */
export const Open: Story = {
  play: async ({ canvas, userEvent }) => {
    const entries = () => canvas.getAllByRole('menuitem').map((entry) => entry.textContent?.trim())
    const open = async (name: string) => {
      const row = within(await findRow(canvas, name))
      await userEvent.click(row.getByRole('button'))
      await canvas.findByRole('menu', { name: `Actions for ${name}` })
    }
    await open('contractor-2025')
    await expect(entries()).toEqual(['Copy key ID'])
    await open('production-api')
    await expect(entries()).toEqual(['Rename…', 'Rotate…', 'Disable', 'Copy key ID', 'Revoke…'])
  },
}

/** Arrows, Home, End, letters; Escape closes, and the focus is on the button again. */
export const Keyboard: Story = {
  play: async ({ canvas, userEvent }) => {
    const row = within(await findRow(canvas, 'production-api'))
    const button = row.getByRole('button', { name: 'Actions for production-api' })
    const entry = (name: string) => canvas.getByRole('menuitem', { name })
    button.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(entry('Rename…')).toHaveFocus())
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{ArrowDown}')
    await expect(entry('Rotate…')).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect(entry('Revoke…')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(entry('Rename…')).toHaveFocus()
    await userEvent.keyboard('{ArrowUp}')
    await expect(entry('Revoke…')).toHaveFocus()
    await userEvent.keyboard('{Home}')
    await userEvent.keyboard('d')
    await expect(entry('Disable')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByRole('menu')).toBeNull())
    await expect(button).toHaveFocus()
    await expect(button).toHaveAttribute('aria-expanded', 'false')
    await userEvent.keyboard('{ArrowUp}')
    await waitFor(() => expect(entry('Revoke…')).toHaveFocus())
    await userEvent.tab()
    await waitFor(() => expect(canvas.queryByRole('menu')).toBeNull())
  },
}

const hostAction = fn()

/** Menu, dialog, Escape: the focus is where it began, and the page around can be pressed at once. */
export const FocusReturns: Story = {
  beforeEach: () => {
    hostAction.mockClear()
  },
  decorators: [
    (Story) => (
      <>
        <p>
          <button type="button" onClick={() => hostAction()}>
            Something of the host
          </button>
        </p>
        <Story />
      </>
    ),
  ],
  play: async (context) => {
    const { canvas, userEvent } = context
    for (const entry of ['Rename…', 'Rotate…', 'Revoke…']) {
      await chooseAction(context, 'production-api', entry)
      await screen.findByRole(entry === 'Revoke…' ? 'alertdialog' : 'dialog')
      await userEvent.keyboard('{Escape}')
      await expectClosed()
      await waitFor(() =>
        expect(canvas.getByRole('button', { name: 'Actions for production-api' })).toHaveFocus(),
      )
    }
    await userEvent.click(canvas.getByRole('button', { name: 'Something of the host' }))
    await expect(hostAction).toHaveBeenCalledTimes(1)
  },
}
