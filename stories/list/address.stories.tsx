import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { InTheAddress } from '../in-the-address.tsx'
import inTheAddressCode from '../in-the-address.tsx?raw'
import { findRow } from '../play/find-row.ts'

/** `initialList` says what the list is asked for to begin with; `onListChange` tells what it is asked for now. */
const meta = {
  title: 'List/Address',
  component: InTheAddress,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    docs: { source: { code: inTheAddressCode, language: 'tsx' } },
  },
  beforeEach: () => {
    const before = location.href
    return () => history.replaceState(history.state, '', before)
  },
} satisfies Meta<typeof InTheAddress>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** Search and filter go to the address, and a link brings them back. */
export const Kept: Story = {
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    await userEvent.type(canvas.getByRole('searchbox'), 'local')
    await findRow(canvas, 'local-dev')
    await waitFor(() => expect(new URLSearchParams(location.hash.slice(1)).get('search')).toBe('local'))
  },
}

/** Whoever follows a link finds the list as it was: one request, and no glimpse of all the others. */
export const FromLink: Story = {
  beforeEach: () => history.replaceState(history.state, '', '#search=&status=disabled&sort=name'),
  play: async (context) => {
    const { canvas } = context
    await findRow(canvas, 'staging-import')
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(1)
    await expect(canvas.getByRole('button', { name: 'Status: Disabled' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Sorted by Name, A to Z' })).toBeVisible()
    const lists = serverOf(context).backend.calls.filter(({ operation }) => operation === 'list')
    await expect(lists.map(({ path }) => path)).toEqual(['/api/keys?sort=name&status=disabled'])
  },
}

/** A key that somebody pasted is nobody’s business: it never gets there. */
export const NeverAKey: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    await findRow(canvas, 'production-api')
    const [secret = ''] = serverOf(context).backend.secrets.values()
    await userEvent.click(canvas.getByRole('searchbox'))
    await userEvent.paste(secret)
    await waitFor(() => expect(canvas.getByRole('searchbox')).not.toHaveValue(''))
    await expect(await canvas.findByText(/Not sent to the server/)).toBeVisible()
    await expect(location.href).not.toContain(secret.slice(-20))
  },
}
