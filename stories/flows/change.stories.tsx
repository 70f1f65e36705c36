import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { mockPeople } from 'latchkey/msw'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { callRoute } from '../play/call-route.ts'
import { chooseAction } from '../play/choose-action.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'

/** What can be undone: a name, and whether a key works. Nobody overwrites what somebody else changed. */
const meta = {
  title: 'Flows/Change',
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

/** A pause, honestly: the key is refused while it is disabled, and works again after. */
export const DisableAndEnable: Story = {
  play: async (context) => {
    const { canvas } = context
    const server = serverOf(context)
    const row = await findRow(canvas, 'production-api')
    const secret = server.backend.secrets.get(row.dataset.keyId ?? '') ?? ''
    await chooseAction(context, 'production-api', 'Disable')
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'disabled'))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('production-api disabled.'))
    await expect((await callRoute(server, secret)).status).toBe(401)
    await chooseAction(context, 'production-api', 'Enable')
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'active'))
    // The row says so before the server has: only the answer makes it true.
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('production-api enabled.'))
    await expect((await callRoute(server, secret)).status).toBe(200)
  },
}

/** It failed: the row says why, and works as before. */
export const DisableFails: Story = {
  parameters: { backend: { faults: { status: { update: 503 } } } },
  play: async (context) => {
    const row = await findRow(context.canvas, 'production-api')
    await chooseAction(context, 'production-api', 'Disable')
    await expect(await within(row).findByText(/service is unavailable/)).toBeVisible()
    await expect(row).toHaveAttribute('data-status', 'active')
  },
}

/** From the menu or with F2. The name is selected, Enter saves it, and the list has it at once. */
export const Rename: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const row = within(await findRow(canvas, 'staging-import'))
    row.getByRole('button', { name: 'Actions for staging-import' }).focus()
    await userEvent.keyboard('{F2}')
    const dialog = within(await screen.findByRole('dialog', { name: 'Rename key' }))
    await waitFor(() => expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveFocus())
    await userEvent.keyboard('nightly-import{Enter}')
    await expectClosed()
    await expect(await findRow(canvas, 'nightly-import')).toBeVisible()
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Actions for nightly-import' })).toHaveFocus(),
    )
  },
}

/** Another key has the name: the list goes back to what is true, and the dialog says what is wrong. */
export const RenameToATakenName: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    await chooseAction(context, 'staging-import', 'Rename…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Rename key' }))
    const name = dialog.getByRole('textbox', { name: 'Name' })
    await userEvent.clear(name)
    await userEvent.type(name, 'ci-deploy{Enter}')
    await expect(await dialog.findByText(/^Another key has this name/)).toBeVisible()
    await waitFor(() => expect(name).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await expectClosed()
    await expect(await findRow(canvas, 'staging-import')).toBeVisible()
  },
}

/** Grace renamed it a moment ago. Her name is not overwritten by somebody who has not seen it. */
export const ChangedMeanwhile: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const { backend } = serverOf(context)
    const row = await findRow(canvas, 'staging-import')
    await chooseAction(context, 'staging-import', 'Rename…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Rename key' }))

    const asGrace = backend.as(mockPeople.grace)
    const address = `http://acme.test/api/keys/${row.dataset.keyId}`
    const seen = await asGrace(new Request(address))
    await asGrace(
      new Request(address, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', 'If-Match': seen.headers.get('ETag') ?? '' },
        body: JSON.stringify({ name: 'import-by-grace' }),
      }),
    )

    const name = dialog.getByRole('textbox', { name: 'Name' })
    await userEvent.clear(name)
    await userEvent.type(name, 'import-by-ada{Enter}')
    await expect(await dialog.findByText(/^Somebody changed this key meanwhile/)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expectClosed()
    await expect(await findRow(canvas, 'import-by-grace')).toBeVisible()
  },
}
