import type { Meta, StoryObj } from '@storybook/react-vite'
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
