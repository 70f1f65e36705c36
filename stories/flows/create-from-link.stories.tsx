import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { FromALink } from '../from-a-link.tsx'
import fromALinkCode from '../from-a-link.tsx?raw'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'

/** `ApiKeys.CreateFromLink` lets documentation link to a form that is filled in. Without it, no link opens anything. */
const meta = {
  title: 'Flows/Create from a link',
  component: FromALink,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    docs: { source: { code: fromALinkCode, language: 'tsx' } },
  },
  beforeEach: () => {
    const before = location.href
    history.replaceState(history.state, '', link)
    return () => history.replaceState(history.state, '', before)
  },
} satisfies Meta<typeof FromALink>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const link = '#lk=create&name=ci&preset=restricted&scopes=orders:read,orders:fly&expires=30d'

/** The form says that a link filled it in and what was left out; nothing is sent, and a reload does not ask again. */
export const FilledIn: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const form = within(await screen.findByRole('dialog', { name: 'Create API key' }))
    await expect(form.getByText(/^A link filled in this form/)).toHaveTextContent(
      'do not exist here: orders:fly.',
    )
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('ci')
    await expect(form.getByRole('radio', { name: '30 days' })).toBeChecked()
    await expect(form.getByRole('radio', { name: 'Restricted' })).toBeChecked()
    await expect(form.getByRole('checkbox', { name: /orders:read/ })).toBeChecked()
    await expect(form.getAllByRole('checkbox', { checked: true })).toHaveLength(1)
    await expect(location.hash).toBe('')
    const sent = serverOf(context).backend.calls.map(({ operation }) => operation)
    await expect(sent).not.toContain('create')
    await userEvent.click(form.getByRole('button', { name: 'Cancel' }))
    await expectClosed()
    await userEvent.click(canvas.getByRole('button', { name: 'Create key' }))
    const plain = within(await screen.findByRole('dialog', { name: 'Create API key' }))
    await expect(plain.getByRole('textbox', { name: 'Name' })).toHaveValue('')
    await expect(plain.queryByText(/^A link filled in/)).toBeNull()
  },
}

/** Who may not create is shown no form. */
export const NotPermitted: Story = {
  args: { permissions: { create: false } },
  play: async ({ canvas }) => {
    await findRow(canvas, 'production-api')
    await waitFor(() => expect(location.hash).toBe(''))
    await expect(screen.queryByRole('dialog')).toBeNull()
  },
}

/** A host that did not ask for it has nothing opened, and its address is left alone. */
export const NotAskedFor: Story = {
  render: (args) => <ApiKeyManager {...args} title={undefined} />,
  play: async ({ canvas }) => {
    await findRow(canvas, 'production-api')
    await expect(screen.queryByRole('dialog')).toBeNull()
    await expect(location.hash).toBe(link)
  },
}
