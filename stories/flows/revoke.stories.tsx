import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { callRoute } from '../play/call-route.ts'
import { chooseAction } from '../play/choose-action.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'

/** For ever, and at once. How much is asked depends on what would break. */
const meta = {
  title: 'Flows/Revoke',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      <ApiKeyManager
        baseUrl="/api/keys"
        onEvent={(event) => {
          if (event.type === 'revoked') audit('revoked', { id: event.key.id })
        }}
      />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** Nobody has used it for a day: one press is enough. The focus begins on Cancel. */
export const ByClick: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const server = serverOf(context)
    const row = await findRow(canvas, 'zapier-integration')
    const secret = server.backend.secrets.get(row.dataset.keyId ?? '') ?? ''
    await chooseAction(context, 'zapier-integration', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog', { name: 'Revoke “zapier-integration”?' }))
    await waitFor(() => expect(question.getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await expect(question.queryByRole('textbox')).toBeNull()
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await expectClosed()
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'revoked'))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('zapier-integration revoked.'))
    await expect(await callRoute(server, secret)).toMatchObject({
      status: 401,
      answer: { code: 'key_revoked' },
    })
  },
}

/** It was used two minutes ago: something depends on it, so its name has to be typed. */
export const RecentlyUsed: Story = {
  play: async (context) => {
    await chooseAction(context, 'production-api', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog', { name: 'Revoke “production-api”?' }))
    await expect(question.getByText(/^Used 2 min\. ago/)).toBeVisible()
    await expect(question.getByRole('textbox', { name: 'Type production-api to confirm' })).toBeVisible()
  },
}

/** Spaces around it and capitals do not matter; another name does. */
export const TypeTheName: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const row = await findRow(canvas, 'production-api')
    await chooseAction(context, 'production-api', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    const name = question.getByRole('textbox')
    await userEvent.type(name, 'staging-import')
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await waitFor(() => expect(name).toHaveFocus())
    await expect(name).toBeInvalid()
    await expect(row).toHaveAttribute('data-status', 'active')
    await userEvent.clear(name)
    await userEvent.type(name, ' Production-API {Enter}')
    await expectClosed()
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'revoked'))
  },
}

/** The server failed. The row is what it was, and another try is possible. */
export const FailureRestoresTheRow: Story = {
  parameters: { backend: { faults: { status: { revoke: 500 } } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const row = await findRow(canvas, 'zapier-integration')
    await chooseAction(context, 'zapier-integration', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await expect(await question.findByRole('alert')).toHaveTextContent('Something went wrong. Try again.')
    await expect(row).toHaveAttribute('data-status', 'active')
    await expect(row).not.toHaveAttribute('data-pending')
    serverOf(context).backend.setFaults({})
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await expectClosed()
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'revoked'))
  },
}

/** The way out that can be undone is offered in the same place. */
export const DisableInstead: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const row = await findRow(canvas, 'production-api')
    await chooseAction(context, 'production-api', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.click(question.getByRole('button', { name: 'Disable instead' }))
    await expectClosed()
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'disabled'))
  },
}

/** It never says “revoked” before the server did. */
export const Revoking: Story = {
  parameters: { backend: { faults: { hang: ['revoke'] } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const row = await findRow(canvas, 'zapier-integration')
    await chooseAction(context, 'zapier-integration', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await expect(await question.findByRole('button', { name: 'Revoking…' })).toBeVisible()
    await expect(row).toHaveAttribute('data-pending', 'revoke')
    await expect(row).toHaveAttribute('data-status', 'active')
  },
}
