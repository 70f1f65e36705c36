import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { chooseAction } from '../play/choose-action.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
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

/** Copying the id shows that it worked where it was asked for, and leaves the focus there. */
export const CopyId: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { canvas } = context
    await chooseAction(context, 'production-api', 'Copy key ID')
    const row = await findRow(canvas, 'production-api')
    const button = within(row).getByRole('button', { name: 'Actions for production-api' })
    await waitFor(() => expect(button).toHaveAttribute('data-copied'))
    await expect(button).toHaveFocus()
    await expect(clipboard.text).toBe(row.dataset.keyId)
    await waitFor(() => expect(button).not.toHaveAttribute('data-copied'), { timeout: 4000 })
  }),
}

/** What can be done depends on the key: an active one can be rotated, a revoked one never again. */
export const Open: Story = {
  play: async ({ canvas, userEvent }) => {
    const entriesOf = async (name: string) => {
      const row = within(await findRow(canvas, name))
      await userEvent.click(row.getByRole('button', { name: `Actions for ${name}` }))
      const menu = within(await canvas.findByRole('menu', { name: `Actions for ${name}` }))
      return menu.getAllByRole('menuitem').map((entry) => entry.textContent?.trim())
    }
    const revoked = await entriesOf('contractor-2025')
    await expect(revoked).toContain('Copy key ID')
    await expect(revoked).not.toContain('Rotate…')
    const active = await entriesOf('production-api')
    await expect(active).toEqual(expect.arrayContaining(['Rename…', 'Rotate…', 'Disable', 'Copy key ID']))
    await expect(active.at(-1)).toBe('Revoke…')
  },
}

/** Arrows, Home, End, letters; Escape closes, and the focus is on the button again. */
export const Keyboard: Story = {
  play: async ({ canvas, userEvent }) => {
    const row = within(await findRow(canvas, 'production-api'))
    const button = row.getByRole('button', { name: 'Actions for production-api' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    const entries = await canvas.findAllByRole('menuitem')
    const expectFocusAt = (place: number) => waitFor(() => expect(entries.at(place)).toHaveFocus())
    const ringAround = (place: number) => getComputedStyle(entries.at(place) ?? button).outlineStyle
    await expectFocusAt(0)
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{ArrowDown}')
    await expectFocusAt(1)
    await expect(ringAround(1)).toBe('solid')
    await expect(ringAround(0)).toBe('none')
    await userEvent.keyboard('{End}')
    await expectFocusAt(-1)
    await userEvent.keyboard('{ArrowDown}')
    await expectFocusAt(0)
    await userEvent.keyboard('{ArrowUp}')
    await expectFocusAt(-1)
    await userEvent.keyboard('{Home}')
    await userEvent.keyboard('cop')
    await expect(canvas.getByRole('menuitem', { name: 'Copy key ID' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByRole('menu')).toBeNull())
    await expect(button).toHaveFocus()
    await expect(button).toHaveAttribute('aria-expanded', 'false')

    await userEvent.keyboard('{ArrowUp}')
    await waitFor(() => expect(canvas.getAllByRole('menuitem').at(-1)).toHaveFocus())
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
