import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'

/** How much each key was used in 30 days: a drawing for the eye, a sentence for the ear, one request for the page. */
const meta = {
  title: 'List/Usage',
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

/** A day without requests is a line, so that no traffic is a shape too. */
export const Sparklines: Story = {
  play: async (context) => {
    const { canvas } = context
    const used = within(await findRow(canvas, 'local-dev'))
    await expect(await used.findByRole('img', { name: /requests in 30 days \(.* refused\)/ })).toBeVisible()
    const unused = within(await findRow(canvas, 'zapier-integration'))
    await expect(unused.getByRole('img', { name: 'No requests in 30 days' })).toBeVisible()
    const asked = serverOf(context).backend.calls.filter(({ operation }) => operation === 'usage')
    await expect(asked).toHaveLength(1)
  },
}

/** The rows do not wait for it. */
export const Loading: Story = {
  parameters: { backend: { faults: { hang: ['usage'] } } },
  play: async ({ canvas }) => {
    const row = await findRow(canvas, 'production-api')
    await expect(row.querySelector('[data-width="usage"]')).toBeVisible()
  },
}

/** A dash, and its reason in words. Everything else works. */
export const Unavailable: Story = {
  parameters: { backend: { faults: { status: { usage: 429 } } } },
  play: async ({ canvas }) => {
    const row = within(await findRow(canvas, 'production-api'))
    await expect(await row.findByText('Usage could not be loaded')).toBeInTheDocument()
    await expect(canvas.getByRole('alert')).toBeEmptyDOMElement()
  },
}

/** Not asked for, not shown. */
export const Without: Story = {
  args: { withUsage: false },
  parameters: userCode('<ApiKeyManager baseUrl="/api/keys" withUsage={false} />'),
  play: async (context) => {
    await findRow(context.canvas, 'production-api')
    await expect(context.canvas.queryByRole('columnheader', { name: '30 days' })).toBeNull()
    const calls = serverOf(context).backend.calls.map(({ operation }) => operation)
    await expect(calls).not.toContain('usage')
  },
}
