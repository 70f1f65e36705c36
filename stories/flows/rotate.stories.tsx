import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import { type StoryServer, serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { callRoute } from '../play/call-route.ts'
import { chooseAction } from '../play/choose-action.ts'
import { findSecretStep } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** A new secret without an outage: the old key keeps working for as long as somebody needs to replace it. */
const meta = {
  title: 'Flows/Rotate',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      <ApiKeyManager
        baseUrl="/api/keys"
        onEvent={(event) => {
          if (event.type === 'rotated') audit('rotated', { from: event.previous.id, to: event.key.id })
        }}
      />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** The secret that a key of the seed has had all along. */
function secretNamed({ backend }: StoryServer, row: HTMLElement): string {
  return backend.secrets.get(row.dataset.keyId ?? '') ?? ''
}

/** Which key, and until when the old one works, in words. */
export const Form: Story = {
  play: async (context) => {
    await chooseAction(context, 'production-api', 'Rotate…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Rotate key' }))
    await expect(dialog.getByText('production-api')).toBeVisible()
    await expect(dialog.getByRole('radio', { name: '24 hours' })).toBeChecked()
    await expect(dialog.getByText(/The old key stops working on Tue, Nov 24, 2026/)).toBeVisible()
  },
}

/** Both keys work during the overlap, and both are in the list, each saying what it is to the other. */
export const WithOverlap: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { canvas, userEvent } = context
    const server = serverOf(context)
    const old = secretNamed(server, await findRow(canvas, 'production-api'))
    await chooseAction(context, 'production-api', 'Rotate…')
    const form = within(await screen.findByRole('dialog', { name: 'Rotate key' }))
    await userEvent.click(form.getByRole('radio', { name: '1 hour' }))
    await userEvent.click(form.getByRole('button', { name: 'Rotate key' }))

    const dialog = await findSecretStep('Key rotated')
    await expect(dialog.getByText('Mon, Nov 23, 2026, 18:40')).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Copy and close' }))
    await expectClosed()

    await waitFor(() => expect(canvas.getAllByRole('row', { name: /^production-api/ })).toHaveLength(2))
    const rowOf = (status: string) =>
      canvas
        .getAllByRole('row', { name: /^production-api/ })
        .find((row) => row.getAttribute('data-status') === status)
    await expect(rowOf('rotating')).toHaveTextContent(/Replaced by/)
    await expect(rowOf('active')).toHaveAttribute('data-fresh')
    await expect((await callRoute(server, old)).status).toBe(200)
    await expect((await callRoute(server, clipboard.text)).status).toBe(200)
    await expect(clipboard.text).not.toBe(old)
  }),
}

/** Leaked? Then there is no overlap: the old key is refused before the new one is copied. */
export const Now: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { canvas, userEvent } = context
    const server = serverOf(context)
    const old = secretNamed(server, await findRow(canvas, 'production-api'))
    await chooseAction(context, 'production-api', 'Rotate…')
    const form = within(await screen.findByRole('dialog', { name: 'Rotate key' }))
    await userEvent.click(form.getByRole('radio', { name: 'Revoke now' }))
    await expect(form.getByText(/Requests that still use it will fail/)).toBeVisible()
    await userEvent.click(form.getByRole('button', { name: 'Rotate key' }))

    const dialog = await findSecretStep('Key rotated')
    await expect(dialog.getByText(/no longer works/)).toBeVisible()
    await expect(await callRoute(server, old)).toMatchObject({
      status: 401,
      answer: { code: 'key_revoked' },
    })
    await userEvent.click(dialog.getByRole('button', { name: 'Copy and close' }))
    await expectClosed()
    await expect((await callRoute(server, clipboard.text)).status).toBe(200)
  }),
}

/** The old key of a rotation is no longer needed: one choice ends its overlap. */
export const RevokeTheOldOne: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const server = serverOf(context)
    const rows = await canvas.findAllByRole('row', { name: /^billing-worker/ })
    const old = rows.find((row) => row.getAttribute('data-status') === 'rotating')
    if (!old) throw new Error('The seed has a key in its overlap.')
    await userEvent.click(within(old).getByRole('button'))
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Revoke old key now…' }))
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.type(question.getByRole('textbox'), 'billing-worker')
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await expectClosed()
    await waitFor(() => expect(old).toHaveAttribute('data-status', 'revoked'))
    await expect((await callRoute(server, secretNamed(server, old))).status).toBe(401)
  },
}

/** The new key leaked: revoking it leaves the old one, which the question says, and the list keeps them apart. */
export const RevokeTheNewOne: Story = {
  play: async (context) => {
    const { canvas } = context
    await canvas.findAllByRole('row', { name: /^billing-worker/ })
    await expect(canvas.getByRole('button', { name: /^Actions for billing-worker \(old\)/ })).toBeVisible()
    await chooseAction(context, 'billing-worker', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    await expect(question.getByText(/keeps working until/)).toHaveTextContent('Tue, Nov 24, 2026, 10:40')
  },
}

/** The server failed: the form is still there, and the key was not touched. */
export const Failure: Story = {
  parameters: { backend: { faults: { status: { rotate: 503 } } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    await chooseAction(context, 'production-api', 'Rotate…')
    const form = within(await screen.findByRole('dialog', { name: 'Rotate key' }))
    await userEvent.click(form.getByRole('button', { name: 'Rotate key' }))
    await expect(await form.findByRole('alert')).toHaveTextContent(/service is unavailable/)
    await userEvent.click(form.getByRole('button', { name: 'Cancel' }))
    await expectClosed()
    await expect(await findRow(canvas, 'production-api')).toHaveAttribute('data-status', 'active')
  },
}
