import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, mocked, screen } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { callRoute } from '../play/call-route.ts'
import { createKey } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { SaveElsewhere } from '../save-elsewhere.tsx'
import saveElsewhereCode from '../save-elsewhere.tsx?raw'

/** `secretTools.keep` puts a part of yours beside ours. What it has kept counts as kept. */
const meta = {
  title: 'Flows/Save to a secret manager',
  component: SaveElsewhere,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23', keep: fn() },
  parameters: {
    backend: {},
    controls: { disable: true },
    docs: { source: { code: saveElsewhereCode, language: 'tsx' } },
  },
} satisfies Meta<typeof SaveElsewhere>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** Kept by the host: Done is there, and closing asks nothing. What was kept opens the door. */
export const Kept: Story = {
  play: async (context) => {
    const { args, userEvent } = context
    const dialog = await createKey(context, 'nightly-report')
    await userEvent.click(dialog.getByRole('button', { name: 'Save to the vault' }))
    await expect(await dialog.findByRole('button', { name: 'Done' })).toBeVisible()
    await expect(dialog.getByText('Kept.')).toBeVisible()
    const [call] = mocked(args.keep).mock.calls
    await expect(call?.[0]).toBe('nightly-report')
    await expect((await callRoute(serverOf(context), String(call?.[1]))).status).toBe(200)
    await userEvent.keyboard('{Escape}')
    await expectClosed()
  },
}

/** The vault said no: nothing counts as kept, and closing asks. */
export const Refused: Story = {
  args: {
    keep: fn(async () => {
      throw new Error('no')
    }),
  },
  play: async (context) => {
    const { userEvent } = context
    const dialog = await createKey(context, 'nightly-report')
    await userEvent.click(dialog.getByRole('button', { name: 'Save to the vault' }))
    await expect(await dialog.findByText(/did not take it/)).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect(
      await screen.findByRole('alertdialog', { name: 'Close without saving the key?' }),
    ).toBeVisible()
  },
}
