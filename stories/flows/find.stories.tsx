import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, waitFor } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'

/** By a part of the name, or by the key itself, which goes nowhere. */
const meta = {
  title: 'Flows/Find',
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

/** Typing narrows the list; Escape brings everything back. How many there are is said aloud. */
export const Search: Story = {
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    const search = canvas.getByRole('searchbox', { name: 'Search keys' })
    await userEvent.type(search, 'billing')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(2))
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('2 results'))
    await expect(search).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(8))
    await expect(search).toHaveValue('')
    await expect(search).toHaveFocus()
  },
}

/** Found a key in a log? Paste it: its row is found by the public part, and the secret is never sent or shown. */
export const PasteAKey: Story = {
  play: async (context) => {
    const { canvas, userEvent, canvasElement } = context
    const { backend, queryClient } = serverOf(context)
    const row = await findRow(canvas, 'ci-deploy')
    const secret = backend.secrets.get(row.dataset.keyId ?? '') ?? ''
    await expect(secret).toMatch(/^lk_live_/)
    const search = canvas.getByRole('searchbox')
    await userEvent.click(search)
    await userEvent.paste(`Authorization: Bearer ${secret}`)
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(1))
    await expect(canvas.getByRole('rowheader')).toHaveTextContent(/^ci-deploy/)
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Found: ci-deploy'))

    const hidden = secret.slice(25, 68)
    const sent = backend.calls.map(({ path, headers }) => [path, ...headers].join(' ')).join(' ')
    await expect(sent).not.toContain(hidden)
    await expect(sent).not.toContain(hidden.slice(0, 12))
    await expect(location.href).not.toContain(hidden)
    await expect(
      JSON.stringify(
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ queryKey }) => queryKey),
      ),
    ).not.toContain(hidden)
    await expect(canvasElement.outerHTML).not.toContain(hidden)
    await expect(search).toHaveValue(`${secret.slice(0, 12)}…${secret.slice(-4)}`)
  },
}
