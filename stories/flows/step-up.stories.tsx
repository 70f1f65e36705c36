import * as RadixDialog from '@radix-ui/react-dialog'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useCallback, useState } from 'react'
import { expect, fn, mocked, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { chooseAction } from '../play/choose-action.ts'
import { findSecretStep, openCreateForm } from '../play/create-key.ts'
import { WithStepUp } from '../with-step-up.tsx'
import withStepUpCode from '../with-step-up.tsx?raw'

/**
 * `askFirst` puts a question of the host before every write of a client: a passkey, a password, an approval. Where the
 * answer is no, nothing is sent and nothing went wrong: the form stays as it was.
 */
const meta = {
  title: 'Flows/Step up',
  component: WithStepUp,
  args: {
    baseUrl: '/api/keys',
    stepUp: fn(async () => true),
    locale: 'en',
    timeZone: 'UTC',
    hourCycle: 'h23',
  },
  parameters: {
    backend: {},
    controls: { disable: true },
    docs: { source: { code: withStepUpCode, language: 'tsx' } },
  },
  render: (args, context) => <WithStepUp {...args} baseUrl={serverOf(context).baseUrl} />,
} satisfies Meta<typeof WithStepUp>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** Called off once, proved the second time. In between, what was entered stays, and no error is made of it. */
export const DeclinedThenProved: Story = {
  args: { stepUp: fn(async () => true) },
  play: async (context) => {
    const { args, userEvent } = context
    const stepUp = mocked(args.stepUp)
    stepUp.mockResolvedValueOnce(false)
    const form = await openCreateForm(context)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'guarded')
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    await waitFor(() =>
      expect(form.getByRole('button', { name: 'Create key' })).not.toHaveAttribute('aria-disabled'),
    )
    await expect(stepUp).toHaveBeenCalledTimes(1)
    await expect(form.queryByRole('alert')).toBeNull()
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('guarded')
    await expect(serverOf(context).backend.calls.some(({ method }) => method === 'POST')).toBe(false)

    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    await findSecretStep()
    await expect(stepUp).toHaveBeenLastCalledWith(
      expect.objectContaining({ action: 'create', input: expect.objectContaining({ name: 'guarded' }) }),
    )
  },
}

/** The host asks in a dialog of its own: it is above ours, has the focus, and goes through by keyboard alone. */
export const InTheHostsDialog: Story = {
  render: (args, context) => <WithHostDialog {...args} baseUrl={serverOf(context).baseUrl} />,
  play: async (context) => {
    const { userEvent } = context
    const form = await openCreateForm(context)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'guarded{Enter}')
    const question = await screen.findByRole('dialog', { name: 'Is it you?' })
    const password = within(question).getByLabelText('Password')
    await waitFor(() => expect(password).toHaveFocus())
    await userEvent.keyboard('swordfish{Enter}')
    await findSecretStep()
    await expect(screen.queryByRole('dialog', { name: 'Is it you?' })).toBeNull()
  },
}

function WithHostDialog(props: ComponentProps<typeof WithStepUp>) {
  const [settle, setSettle] = useState<((isProved: boolean) => void) | null>(null)
  const stepUp = useCallback(() => new Promise<boolean>((resolve) => setSettle(() => resolve)), [])
  const answer = (isProved: boolean) => {
    settle?.(isProved)
    setSettle(null)
  }
  return (
    <>
      <WithStepUp {...props} stepUp={stepUp} />
      <RadixDialog.Root open={settle !== null} onOpenChange={() => answer(false)}>
        <RadixDialog.Portal>
          <RadixDialog.Content
            aria-describedby={undefined}
            style={{
              position: 'fixed',
              inset: '30% auto auto 30%',
              zIndex: 100,
              padding: 20,
              background: 'Canvas',
            }}
          >
            <RadixDialog.Title>Is it you?</RadixDialog.Title>
            <form
              onSubmit={(event) => {
                event.preventDefault()
                answer(true)
              }}
            >
              <label>
                Password <input type="password" autoComplete="current-password" />
              </label>
            </form>
          </RadixDialog.Content>
        </RadixDialog.Portal>
      </RadixDialog.Root>
    </>
  )
}

/** What the host lets through is not asked about: revoking must never wait for a passkey. */
export const RevokeWithoutAsking: Story = {
  args: { stepUp: fn(async () => false) },
  play: async (context) => {
    const { args, canvas, userEvent } = context
    await chooseAction(context, 'zapier-integration', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await expect((await canvas.findAllByText('Revoked')).length).toBeGreaterThan(1)
    await expect(args.stepUp).not.toHaveBeenCalled()
  },
}
