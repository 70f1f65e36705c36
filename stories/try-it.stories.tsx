import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { mockUrl, seeds } from 'latchkey/msw'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../.storybook/story-server.ts'
import { chooseAction } from './play/choose-action.ts'
import { expectClosed } from './play/expect-closed.ts'
import { findRow } from './play/find-row.ts'
import { withClipboard } from './play/with-clipboard.ts'
import { RequestPanel } from './request-panel.tsx'
import './request-panel.css'
import { userCode } from './user-code.ts'

/**
 * A key’s whole life on one page. The mock behind it is the reference server itself: it hashes, verifies and
 * refuses as it would in production.
 */
const meta = {
  title: 'Try it',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: { seed: seeds.empty },
    controls: { disable: true },
    ...userCode(`
      // app/api/orders/route.ts: what the key opens
      import { withKeyAuth } from '../../../lib/latchkey'

      export const GET = withKeyAuth({ scopes: ['orders:read'] }, async (_request, { consumerId }) =>
        Response.json({ consumerId, orders: await ordersOf(consumerId) }),
      )
    `),
  },
  render: (args, context) => (
    <div className="try-it">
      <ApiKeyManager {...args} />
      <RequestPanel url={mockUrl(serverOf(context).backendId, '/api/orders')} />
    </div>
  ),
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** Create a key and copy it; paste it below and send: 200. Revoke it and send again: 401. */
export const CreateUseRevoke: Story = {}

/** The same, played. */
export const Played: Story = {
  tags: ['!autodocs'],
  play: withClipboard(async (context, clipboard) => {
    const { canvas, userEvent, step } = context
    const panel = within(canvas.getByRole('form', { name: 'GET /api/orders' }))
    const send = () => userEvent.click(panel.getByRole('button', { name: 'Send' }))
    const answer = panel.getByRole('status')
    const untilHeard = (words: string) =>
      waitFor(() => expect(document.body).toHaveTextContent(words), { timeout: 5_000 })

    await step('Without a key: 401', async () => {
      await send()
      await waitFor(() => expect(answer).toHaveTextContent(/^401.*missing_credential/))
    })
    await step('Create a key and copy it', async () => {
      await userEvent.click(await canvas.findByRole('button', { name: 'Create your first key' }))
      const form = within(await screen.findByRole('dialog', { name: 'Create API key' }))
      await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'first{Enter}')
      await userEvent.click(await screen.findByRole('button', { name: 'Copy and close' }))
      await expectClosed()
    })
    await step('Paste it and send: 200, with its consumer', async () => {
      await userEvent.click(panel.getByRole('textbox'))
      await userEvent.paste(clipboard.text ?? '')
      await send()
      await waitFor(() => expect(answer).toHaveTextContent(/^200.*"consumerId": "acme"/))
    })
    await step('Disabled: 401. Enabled: 200', async () => {
      await chooseAction(context, 'first', 'Disable')
      const row = await findRow(canvas, 'first')
      await waitFor(() => expect(row).toHaveAttribute('data-status', 'disabled'))
      // The row says so before the server did.
      await untilHeard('first disabled.')
      await send()
      await waitFor(() => expect(answer).toHaveTextContent(/^401.*key_disabled/))
      await chooseAction(context, 'first', 'Enable')
      await waitFor(() => expect(row).toHaveAttribute('data-status', 'active'))
      await untilHeard('first enabled.')
      await send()
      await waitFor(() => expect(answer).toHaveTextContent(/^200/))
    })
    await step('Revoke it and send again: 401', async () => {
      await chooseAction(context, 'first', 'Revoke…')
      const question = within(await screen.findByRole('alertdialog'))
      const name = question.queryByRole('textbox')
      if (name) await userEvent.type(name, 'first')
      await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
      await expectClosed()
      await send()
      await waitFor(() => expect(answer).toHaveTextContent(/^401.*key_revoked/))
    })
  }),
}
