import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../.storybook/story-server.ts'
import { PlainTable } from './plain-table.tsx'
import plainTableCode from './plain-table.tsx?raw'
import { findRow } from './play/find-row.ts'

/** The whole of key management without any of our markup or styles: `useApiKeyManager`. */
const meta = {
  title: 'Headless',
  component: PlainTable,
  args: { baseUrl: '/api/keys' },
  parameters: {
    backend: {},
    controls: { disable: true },
    docs: { source: { code: plainTableCode, language: 'tsx' } },
  },
} satisfies Meta<typeof PlainTable>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** A form, a table and four buttons: one file of less than 60 lines. */
export const PlainHtmlTable: Story = {
  render: (args, context) => <PlainTable {...args} baseUrl={serverOf(context).baseUrl} />,
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name of the new key' }), 'plain')
    await userEvent.click(canvas.getByRole('button', { name: 'Create' }))
    const row = within(await findRow(canvas, 'plain'))
    await expect(canvas.getByText(/^lk_live_[0-9A-Za-z]{16}_/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'I have it' }))
    await waitFor(() => expect(canvas.queryByText(/^lk_live_[0-9A-Za-z]{16}_/)).toBeNull())
    await expect(canvas.getByText('rotating')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Revoke ci-deploy' })).toBeVisible()
    await userEvent.click(row.getByRole('button', { name: 'Revoke plain' }))
    await expect(await row.findByText('revoked')).toBeVisible()
  },
}
