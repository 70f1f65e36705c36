import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'

/** One thing done to several keys. What fails for one says nothing about the others. */
const meta = {
  title: 'List/Select',
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

const box = ({ canvas }: Pick<StoryContext, 'canvas'>, name: string) =>
  canvas.getByRole('checkbox', { name: `Select ${name}` })

const bar = async ({ canvas }: Pick<StoryContext, 'canvas'>) =>
  within(await canvas.findByRole('region', { name: 'Selected keys' }))

async function select(context: Pick<StoryContext, 'canvas' | 'userEvent'>, ...names: string[]) {
  await findRow(context.canvas, 'production-api')
  for (const name of names) await context.userEvent.click(box(context, name))
}

/** Some are selected: the box above says so, and what can be done follows along. */
export const Some: Story = {
  play: async (context) => {
    const { canvas } = context
    await select(context, 'ci-deploy', 'zapier-integration')
    await expect((await bar(context)).getByText('2 selected')).toBeVisible()
    await expect(
      canvas.getByRole('checkbox', { name: 'Select all keys on this page' }),
    ).toBePartiallyChecked()
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('2 selected'))
  },
}

/** Space and Shift+Space take a range, Escape lets go of it; the pointer is not needed. */
export const ByKeyboard: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    await findRow(canvas, 'production-api')
    box(context, 'staging-import').focus()
    await userEvent.keyboard(' ')
    box(context, 'zapier-integration').focus()
    await userEvent.keyboard('{Shift>} {/Shift}')
    await expect((await bar(context)).getByText('5 selected')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.queryByRole('region', { name: 'Selected keys' })).toBeNull())
    await expect(box(context, 'zapier-integration')).toHaveFocus()
  },
}

/** Revoking several asks for their number. The focus goes to what is still there. */
export const Revoke: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    await select(context, 'ci-deploy', 'zapier-integration')
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke…' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Revoke 2 keys?' }))
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await userEvent.type(dialog.getByRole('textbox', { name: 'Type 2 to confirm' }), '2{Enter}')
    await expect(await dialog.findByText('2 revoked')).toBeVisible()
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await waitFor(() => expect(canvas.getAllByText('Revoked')).toHaveLength(3))
    await waitFor(() =>
      expect(canvas.getByRole('checkbox', { name: 'Select all keys on this page' })).toHaveFocus(),
    )
  },
}

/** Offered is what at least one of the selected keys could be asked for alone. */
export const WhatSuitsThem: Story = {
  play: async (context) => {
    const { canvas } = context
    await select(context, 'ci-deploy')
    await expect(await canvas.findByRole('button', { name: 'Disable…' })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Enable' })).toBeNull()
    await select(context, 'staging-import')
    await expect(await canvas.findByRole('button', { name: 'Enable' })).toBeVisible()
  },
}

/** An expired key cannot be enabled: no reason not to enable the other, and nothing that a second try could change. */
export const PartlyFailed: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    await select(context, 'staging-import', 'local-dev')
    await userEvent.click(await canvas.findByRole('button', { name: 'Enable' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Enable 2 keys?' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Enable 2 keys' }))
    await expect(await dialog.findByText('1 enabled, 1 failed')).toBeVisible()
    await expect(dialog.getByRole('listitem')).toHaveTextContent(/^local-dev/)
    await expect(dialog.queryByRole('button', { name: 'Retry failed' })).toBeNull()
  },
}

/** The server was away for a moment: all of them failed, and are tried again with one press. */
export const FailedThenRetried: Story = {
  parameters: { backend: { faults: { status: { bulk: 503 } } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    await select(context, 'ci-deploy', 'production-api')
    await userEvent.click(await canvas.findByRole('button', { name: 'Disable…' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Disable 2 keys?' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Disable 2 keys' }))
    await expect(await dialog.findByText('0 disabled, 2 failed')).toBeVisible()
    serverOf(context).backend.setFaults({})
    await userEvent.click(dialog.getByRole('button', { name: 'Retry failed' }))
    await expect(await dialog.findByText('2 disabled')).toBeVisible()
  },
}

/** Keys that nobody used for 90 days: one press narrows the list to them and selects them. */
export const Unused: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    await findRow(canvas, 'zapier-integration')
    await expect(await canvas.findByText('1 key unused for 90 days')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Review' }))
    await waitFor(() => expect(box(context, 'zapier-integration')).toBeChecked())
    await expect((await bar(context)).getByText('1 selected')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Status: Not used recently' })).toBeVisible()
    await expect(canvas.getAllByRole('checkbox', { name: /^Select (?!all)/ })).toHaveLength(1)
  },
}

/** How long is too long is the server's to say: for what it counts, what it lists, and what is written. */
export const UnusedByPolicy: Story = {
  parameters: { backend: { policy: { expiry: { allowNever: true }, staleAfterSeconds: 3600 } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const { backend } = serverOf(context)
    const title = await canvas.findByText(/^\d+ keys unused for 1 day$/)
    const count = Number.parseInt(title.textContent ?? '', 10)
    await expect(count).toBeGreaterThan(1)
    await userEvent.click(canvas.getByRole('button', { name: 'Review' }))
    await waitFor(() =>
      expect(canvas.getAllByRole('checkbox', { name: /^Select (?!all)/ })).toHaveLength(count),
    )
    await expect(backend.calls.some(({ path }) => path.includes('status=stale'))).toBe(true)
  },
}

/** On another page than this: they are counted all the same, and reviewing brings them here. */
export const UnusedElsewhere: Story = {
  args: { pageSize: 5 },
  play: async (context) => {
    const { canvas, userEvent } = context
    await expect(await canvas.findByText('1 key unused for 90 days')).toBeVisible()
    await expect(canvas.queryByRole('checkbox', { name: 'Select zapier-integration' })).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Review' }))
    await findRow(canvas, 'zapier-integration')
    await waitFor(() => expect(box(context, 'zapier-integration')).toBeChecked())
  },
}

/** Cards can be selected as well, all of them too, and nothing overflows at 320 pixels. */
export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 320, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
  play: async (context) => {
    const { canvas, userEvent } = context
    await findRow(canvas, 'production-api')
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select all keys on this page' }))
    const region = await canvas.findByRole('region', { name: 'Selected keys' })
    await expect(within(region).getByText('7 selected')).toBeVisible()
    for (const button of within(region).getAllByRole('button')) {
      const { left, right } = button.getBoundingClientRect()
      await expect(left).toBeGreaterThanOrEqual(region.getBoundingClientRect().left)
      await expect(right).toBeLessThanOrEqual(region.getBoundingClientRect().right)
    }
    await expect(region.closest('section.lk-root')?.scrollWidth).toBeLessThanOrEqual(320)
  },
}
