import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { mockPeople } from 'latchkey/msw'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { chooseAction } from '../play/choose-action.ts'
import { findSecretStep, openCreateForm } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** What goes wrong half way, and what somebody else did meanwhile: nothing entered is lost, and no way ends. */
const meta = {
  title: 'Flows/Recover',
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

/** A key that expired leads to one like it: same permissions and addresses, a name of its own, an end that is suggested. */
export const ReplaceExpired: Story = {
  play: withClipboard(async (context) => {
    const { canvas, userEvent } = context
    await chooseAction(context, 'local-dev', 'Create replacement…')
    const form = within(await screen.findByRole('dialog', { name: 'Create API key' }))
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('local-dev 2')
    await expect(form.getByRole('radio', { name: 'Restricted' })).toBeChecked()
    await expect(form.getByRole('checkbox', { name: /orders:read/ })).toBeChecked()
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    const step = await findSecretStep()
    await userEvent.click(step.getByRole('button', { name: 'Copy and close' }))
    await expectClosed()
    await expect(await findRow(canvas, 'local-dev 2')).toBeVisible()
  }),
}

/** Which permissions there are could not be loaded: the form says what that means, and asks again. */
export const PermissionsUnavailable: Story = {
  parameters: { backend: { faults: { status: { scopes: 503 } } } },
  play: async (context) => {
    const form = await openCreateForm(context)
    await expect(await form.findByText(/^Permissions could not be loaded/)).toBeVisible()
    serverOf(context).backend.setFaults({})
    await context.userEvent.click(form.getByRole('button', { name: 'Try again' }))
    await expect(await form.findByRole('radio', { name: 'Read only' })).toBeChecked()
    await expect(form.queryByText(/^Permissions could not be loaded/)).toBeNull()
  },
}

/** The session ended while the form was open. Signed in again, in another tab, the same form goes through. */
export const SessionEnds: Story = {
  play: async (context) => {
    const { userEvent } = context
    const { backend } = serverOf(context)
    const form = await openCreateForm(context)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'night-shift')
    backend.signIn(null)
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    await expect(await form.findByText('Your session ended. Sign in again.')).toBeVisible()
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('night-shift')
    backend.signIn(mockPeople.ada)
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    await findSecretStep()
  },
}

/** Somebody else revoked the key while the dialog was open: it says so, and the row knows by the time it is closed. */
export const RotateRevokedElsewhere: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const { keyId } = (await findRow(canvas, 'production-api')).dataset
    await chooseAction(context, 'production-api', 'Rotate…')
    const dialog = within(await screen.findByRole('dialog'))
    await revokeElsewhere(context, keyId)
    await userEvent.click(dialog.getByRole('button', { name: 'Rotate key' }))
    await expect(await dialog.findByRole('alert')).toHaveTextContent(
      /^Somebody else revoked this key meanwhile/,
    )
    await userEvent.click(dialog.getAllByRole('button', { name: 'Close' })[0] ?? document.body)
    await expectClosed()
    await expect(await findRow(canvas, 'production-api')).toHaveAttribute('data-status', 'revoked')
  },
}

/** Somebody else was faster. Revoking what is revoked is no error: the key ends as everybody wanted. */
export const RevokedElsewhere: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const { keyId } = (await findRow(canvas, 'zapier-integration')).dataset
    await chooseAction(context, 'zapier-integration', 'Revoke…')
    await revokeElsewhere(context, keyId)
    const dialog = within(await screen.findByRole('alertdialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke key' }))
    await expectClosed()
    const row = await findRow(canvas, 'zapier-integration')
    await waitFor(() => expect(within(row).getByText('Revoked')).toBeVisible())
  },
}

async function revokeElsewhere(context: StoryContext, keyId: string | undefined): Promise<void> {
  const { backend } = serverOf(context)
  const url = `http://localhost/api/keys/${keyId}/revoke`
  const headers = { 'content-type': 'application/json', origin: 'http://localhost' }
  const elsewhere = backend.as(mockPeople.grace)
  const answer = await elsewhere(new Request(url, { method: 'POST', headers, body: '{}' }))
  await expect(answer.status).toBe(200)
}
