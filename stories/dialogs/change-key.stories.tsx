import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { chooseAction } from '../play/choose-action.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { expectInSight } from '../play/expect-in-sight.ts'
import { findRow } from '../play/find-row.ts'
import { realKeys } from '../play/real-keys.ts'
import { userCode } from '../user-code.ts'

/** What can be changed about a key that is in use, and what is known of it. */
const meta = {
  title: 'Dialogs/Change',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23', withUsage: true },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode('<ApiKeyManager baseUrl="/api/keys" />'),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** Permissions, end, addresses and description, each as it is now. */
export const Edit: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    await chooseAction(context, 'ci-deploy', 'Edit…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit key' }))
    await expect(dialog.getByRole('radio', { name: /^Keep: / })).toBeChecked()
    // One Space must not grant more than the key has now.
    await waitFor(() => expect(document.activeElement).toBeChecked())
    await userEvent.click(dialog.getByRole('radio', { name: '90 days' }))
    await userEvent.type(dialog.getByRole('textbox', { name: 'Description' }), 'Deploys the shop')
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
    await expectClosed()
    await waitFor(async () =>
      expect(await findRow(canvas, 'ci-deploy')).toHaveAttribute('data-status', 'active'),
    )
  },
}

/** Somebody else was quicker. What they changed is said, where it is seen, and what was entered stays. */
export const Conflict: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const { baseUrl } = serverOf(context)
    const row = await findRow(canvas, 'ci-deploy')
    await chooseAction(context, 'ci-deploy', 'Edit…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit key' }))
    await userEvent.type(dialog.getByRole('textbox', { name: 'Description' }), 'Mine')

    const url = `${baseUrl}/${row.dataset.keyId}`
    const answer = await fetch(url)
    const { key } = await answer.json()
    const theirs = await fetch(url, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${key.version}"` },
      body: JSON.stringify({ ipAllowlist: ['198.51.100.0/24'] }),
    })
    await expect(theirs.status).toBe(200)

    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
    await expect(await dialog.findByText(/Changed since you opened this: allowed IP addresses/)).toBeVisible()
    const reload = dialog.getByRole('button', { name: 'Reload' })
    await expectInSight(reload)
    const keys = await realKeys()
    if (keys) {
      // From the last thing in the dialog to the first, which is scrolled away.
      dialog.getByRole('textbox', { name: 'Description' }).scrollIntoView()
      dialog.getByRole('button', { name: 'Close' }).focus()
      await keys.press('Tab')
      await expect(reload).toHaveFocus()
      await expectInSight(reload)
    }
    await userEvent.click(reload)
    await expect(await dialog.findByText('198.51.100.0/24')).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'Description' })).toHaveValue('Mine')
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
    await expectClosed()
  },
}

/** The old key of a rotation: how long it has left, who still uses it, and the way to more time. */
export const Rotation: Story = {
  play: async ({ canvas, userEvent }) => {
    const rows = await canvas.findAllByRole('row', { name: /^billing-worker/ })
    const old = rows.find((row) => row.getAttribute('data-status') === 'rotating')
    if (!old) throw new Error('The seed has a key in its overlap.')
    await expect(old).toHaveTextContent('billing-worker (old)')
    await userEvent.click(within(old).getByRole('button', { name: /^Actions/ }))
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Details…' }))
    const details = within(await screen.findByRole('dialog', { name: /Details of/ }))
    await expect(details.getByRole('timer')).toHaveTextContent('17 hr left')
    await expect(details.getByText(/Old key last used 12 min/)).toBeVisible()
    await userEvent.click(details.getByRole('button', { name: 'Extend overlap…' }))
    const extend = within(await screen.findByRole('dialog', { name: 'Extend the overlap' }))
    await userEvent.click(extend.getByRole('radio', { name: '3 days' }))
    await userEvent.click(extend.getByRole('button', { name: 'Extend overlap' }))
    await expectClosed()
    await waitFor(() => expect(old).toHaveTextContent(/3 days left/))
  },
}

/** Every field, the use by day, and what happened to the key. */
export const Details: Story = {
  play: async (context) => {
    await chooseAction(context, 'production-api', 'Details…')
    const dialog = within(await screen.findByRole('dialog', { name: /Details of/ }))
    await expect(dialog.getByText('The shop in production')).toBeVisible()
    await expect(await dialog.findByRole('table', { name: /Requests by day/ })).toBeInTheDocument()
    await expect(await dialog.findByRole('list')).toBeInTheDocument()
  },
}

/** The history cannot be had: the rest is there all the same. */
export const DetailsWithoutActivity: Story = {
  parameters: { backend: { faults: { status: { activity: 503 } } } },
  play: async (context) => {
    await chooseAction(context, 'production-api', 'Details…')
    const dialog = within(await screen.findByRole('dialog', { name: /Details of/ }))
    await expect(await dialog.findByText(/Activity could not be loaded/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}
