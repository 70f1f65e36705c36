import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { mockScopes } from 'latchkey/msw'
import { expect, screen, within } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { createKey, openCreateForm } from '../play/create-key.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** The rarer parts of creating a key, and what the second step offers to put it to use. */
const meta = {
  title: 'Dialogs/Create',
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

/** Where a key may be used from, and what it is for. An entry that is no address is said at once. */
export const Advanced: Story = {
  play: async (context) => {
    const { userEvent } = context
    const form = await openCreateForm(context)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'office')
    await userEvent.click(form.getByText('Advanced'))
    const addresses = await form.findByRole('textbox', { name: 'Allowed IP addresses' })
    await userEvent.type(addresses, '203.0.113.0/33{Enter}')
    await expect(form.getByText(/203\.0\.113\.0\/33.* is not an address/)).toBeVisible()
    await userEvent.clear(addresses)
    await userEvent.type(addresses, '203.0.113.0/24{Enter}2001:db8::/32')
    await expect(form.getByRole('button', { name: 'Remove 203.0.113.0/24' })).toBeVisible()
    await userEvent.type(form.getByRole('textbox', { name: 'Description' }), 'Printers on the third floor')
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    await expect(await screen.findByRole('dialog', { name: 'Save your key' })).toBeVisible()
  },
}

const manyScopes = Array.from({ length: 60 }, (_, index) => {
  const group = ['Orders', 'Customers', 'Invoices', 'Webhooks', 'Reports', 'Files'][index % 6] ?? 'Orders'
  return { name: `${group.toLowerCase()}:part${index}`, description: `Use part ${index} of ${group}`, group }
})

/** Sixty scopes: a search, headings, and a count of what is chosen. */
export const ManyScopes: Story = {
  parameters: { backend: { scopes: [...mockScopes, ...manyScopes] } },
  play: async (context) => {
    const { userEvent } = context
    const form = await openCreateForm(context)
    await userEvent.click(form.getByRole('radio', { name: 'Restricted' }))
    const dialog = await screen.findByRole('dialog')
    const scrollers = [...dialog.querySelectorAll('*')].filter(
      (element) =>
        element.scrollHeight > element.clientHeight + 1 &&
        /auto|scroll/.test(getComputedStyle(element).overflowY),
    )
    await expect(scrollers.length).toBeLessThanOrEqual(1)
    await userEvent.type(form.getByRole('searchbox', { name: 'Search permissions' }), 'invoices part2')
    await userEvent.click(await form.findByRole('checkbox', { name: /invoices:part2\b/ }))
    await expect(form.getAllByText('1 selected')[0]).toBeVisible()
    await userEvent.type(form.getByRole('searchbox', { name: 'Search permissions' }), ' zzz')
    await expect(await form.findByText(/No permission matches/)).toBeVisible()
  },
}

/** Examples in seven languages, masked on the screen and whole on the clipboard; and a test call. */
export const PutToUse: Story = {
  args: {
    secretTools: {
      variable: 'ACME_API_KEY',
      url: 'https://api.acme.test/v1/orders',
      verify: async () => ({ ok: true, status: 200, latencyMs: 84 }),
    },
  },
  parameters: userCode(`
    <ApiKeyManager
      baseUrl="/api/keys"
      secretTools={{
        variable: 'ACME_API_KEY',
        url: 'https://api.acme.test/v1/orders',
        verify: async (secret, { signal }) => {
          const from = performance.now()
          const { ok, status } = await fetch('/v1/ping', {
            headers: { Authorization: \`Bearer \${secret}\` },
            signal,
          })
          return { ok, status, latencyMs: performance.now() - from }
        },
      }}
    />
  `),
  play: withClipboard(async (context, clipboard) => {
    const { userEvent } = context
    const dialog = await createKey(context, 'worker')
    await userEvent.click(dialog.getByRole('button', { name: 'Test key' }))
    await expect(await dialog.findByText('200 OK in 84 ms.')).toBeVisible()
    await userEvent.click(dialog.getByRole('tab', { name: '.env' }))
    await userEvent.keyboard('{ArrowRight}')
    const tabs = within(dialog.getByRole('tablist'))
    await expect(tabs.getAllByRole('tab', { selected: true })).toHaveLength(1)
    await userEvent.click(dialog.getByRole('tab', { name: 'cURL' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Copy for cURL' }))
    await expect(clipboard.text).toMatch(/^curl https:\/\/api\.acme\.test\/v1\/orders/)
    await expect(clipboard.text).not.toContain('•')
    await expect(await dialog.findByRole('button', { name: 'Done' })).toBeVisible()
  }),
}
