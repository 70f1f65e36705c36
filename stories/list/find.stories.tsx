import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { seeds } from 'latchkey/msw'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'

/** A long list, and the one key in it that matters now. */
const meta = {
  title: 'List/Find',
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

/** Several statuses can be chosen in one go; how many keys are left is said aloud. */
export const ByStatus: Story = {
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    const filter = canvas.getByRole('button', { name: 'Status: All' })
    await userEvent.click(filter)
    await userEvent.click(await canvas.findByRole('menuitemcheckbox', { name: /^Expired/ }))
    await userEvent.click(canvas.getByRole('menuitemcheckbox', { name: /^Revoked/ }))
    await userEvent.keyboard('{Escape}')
    await expect(filter).toHaveFocus()
    await expect(filter).toHaveTextContent('Status: 2 selected')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(2))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('2 results'))
  },
}

/** No key has the status that was asked for: one press brings all of them back. */
export const NoneOfThatStatus: Story = {
  parameters: { backend: { seed: seeds.one } },
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    await userEvent.click(canvas.getByRole('button', { name: 'Status: All' }))
    await userEvent.click(await canvas.findByRole('menuitemcheckbox', { name: /^Disabled/ }))
    await userEvent.keyboard('{Escape}')
    await expect(await canvas.findByRole('heading', { name: 'No keys have this status' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Show all' }))
    await expect(await findRow(canvas, 'production-api')).toBeVisible()
  },
}

/** What was revoked more than 30 days ago is out of the way, on whatever page; it is said, and one press or a search finds it. */
export const RevokedLongAgo: Story = {
  parameters: { backend: { seed: seeds.longRevoked } },
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    await expect(canvas.queryByText('old-importer')).toBeNull()
    await expect(canvas.getByText(/3 older revoked keys are hidden/)).toBeVisible()
    const search = canvas.getByRole('searchbox')
    await userEvent.type(search, 'old-mail')
    await expect(await findRow(canvas, 'old-mailer')).toBeVisible()
    await userEvent.clear(search)
    await findRow(canvas, 'production-api')
    await userEvent.click(canvas.getByRole('button', { name: 'Show' }))
    await expect(await findRow(canvas, 'old-importer')).toBeVisible()
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(4))
    await expect(canvas.queryByText(/hidden/)).toBeNull()
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Create key' })).toHaveFocus())
  },
}

/** Nothing but keys that were revoked long ago: as if there were none, yet they can be seen. */
export const OnlyRevokedLongAgo: Story = {
  parameters: { backend: { seed: (now: number) => seeds.longRevoked(now).slice(-3) } },
  play: async ({ canvas, userEvent }) => {
    await expect(await canvas.findByRole('heading', { name: 'No API keys yet' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Show' }))
    await expect(await findRow(canvas, 'old-importer')).toBeVisible()
  },
}

/** Headings sort, and only the one that does says so. The menu says the same where cards have no headings. */
export const Sorted: Story = {
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    const names = () => canvas.getAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent)
    await userEvent.click(canvas.getByRole('button', { name: 'Name' }))
    await waitFor(() => expect(names()[0]).toBe('billing-worker'))
    await expect(canvas.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(canvas.getByRole('columnheader', { name: 'Last used' })).not.toHaveAttribute('aria-sort')
    await userEvent.click(canvas.getByRole('button', { name: 'Sorted by Name, A to Z' }))
    await userEvent.click(await canvas.findByRole('menuitemradio', { name: 'Z to A' }))
    await waitFor(() => expect(names()[0]).toBe('zapier-integration'))
  },
}

/** How many keys a page shows. */
export const PageSize: Story = {
  parameters: { backend: { seed: seeds.many(60) } },
  play: async ({ canvas, userEvent }) => {
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(25))
    await expect(canvas.getByText('1–25 of 60')).toBeVisible()
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Keys per page' }), '100')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(60))
    await expect(canvas.getByText('1–60 of 60')).toBeVisible()
  },
}

/** Found in a log? Whose it is, without sending it anywhere, and what to do about it. */
export const PastedKey: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const row = await findRow(canvas, 'ci-deploy')
    const secret = serverOf(context).backend.secrets.get(row.dataset.keyId ?? '') ?? ''
    await userEvent.click(canvas.getByRole('searchbox'))
    await userEvent.paste(secret)
    const found = await canvas.findByText(/^Found:/)
    await expect(found).toHaveTextContent('Found: ci-deploy · Not sent to the server')
    await userEvent.click(canvas.getByRole('button', { name: 'Rotate…' }))
    await expect(await screen.findByRole('dialog', { name: 'Rotate key' })).toBeVisible()
  },
}

/** A key that lost its end on the way, such as in a log that cuts its lines. */
export const CutKey: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const row = await findRow(canvas, 'ci-deploy')
    const secret = serverOf(context).backend.secrets.get(row.dataset.keyId ?? '') ?? ''
    await userEvent.click(canvas.getByRole('searchbox'))
    await userEvent.paste(secret.slice(0, -8))
    await expect(await canvas.findByText(/characters are missing/)).toBeVisible()
  },
}

/** One tooltip for the whole list. It says to the second what the row says in short, and goes with Escape. */
export const ExactTimes: Story = {
  play: async ({ canvas, userEvent }) => {
    const row = within(await findRow(canvas, 'ci-deploy'))
    await userEvent.hover(row.getByText('1 hr. ago'))
    const tooltip = await screen.findByRole('tooltip')
    await expect(tooltip).toHaveTextContent('November 23, 2026 at 16:40:00 UTC')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull())
  },
}
