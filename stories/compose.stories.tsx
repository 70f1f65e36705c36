import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'
import type { WithBackend } from '../.storybook/story-server.ts'
import { findRow } from './play/find-row.ts'
import { SideBySide } from './side-by-side.tsx'
import sideBySideCode from './side-by-side.tsx?raw'

/**
 * `ApiKeyManager` is nothing but these parts in their usual order. Inside an `ApiKeys.Root` they can stand in another
 * one, in another layout, or some of them alone; a part of your own finds the manager with `useApiKeys`.
 */
const meta = {
  title: 'Compose',
  component: SideBySide,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    docs: { source: { code: sideBySideCode, language: 'tsx' } },
  },
} satisfies Meta<typeof SideBySide>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** Search and numbers beside the list, the button below it. */
export const AnotherLayout: Story = {
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    await expect(canvas.getByRole('region', { name: 'Machine access' })).toBeVisible()
    await expect(canvas.getByText('3 active, 1 about to expire')).toBeVisible()
    await userEvent.type(canvas.getByRole('searchbox'), 'ci-')
    await waitFor(() => expect(canvas.queryByText('production-api')).toBeNull())
    const name = await canvas.findByText('ci-deploy')
    await expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth)
    const create = canvas.getByRole('button', { name: 'Create key' })
    await userEvent.click(create)
    const dialog = await within(document.body).findByRole('dialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(create).toHaveFocus())
  },
}
