import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import { type StoryServer, serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { callRoute } from '../play/call-route.ts'
import { createKey, findSecretStep, openCreateForm } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { hurry } from '../play/hurry.ts'
import { tabTo } from '../play/tab-to.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** From a name to a key that is copied: nothing is lost on the way, and nothing is made twice. */
const meta = {
  title: 'Flows/Create',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      <ApiKeyManager
        baseUrl="/api/keys"
        onEvent={(event) => {
          if (event.type === 'created') analytics.track('API key created', { id: event.key.id })
        }}
      />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const creates = ({ backend }: StoryServer) => backend.calls.filter(({ operation }) => operation === 'create')

/** The form, with the server’s own limits and permissions. */
export const Form: Story = {
  play: async (context) => {
    const form = await openCreateForm(context)
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveFocus()
    await expect(form.getByRole('radio', { name: '90 days' })).toBeChecked()
    await expect(form.getByText(/Stops working on .*2027/)).toBeVisible()
  },
}

/** Create, copy, done. What was copied opens the door at once. */
export const CreateCopyDone: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { canvas, userEvent } = context
    const dialog = await createKey(context, 'nightly-report')
    const copy = dialog.getByRole('button', { name: 'Copy' })
    await waitFor(() => expect(copy).toHaveFocus())
    await userEvent.click(copy)
    await expect(await dialog.findByRole('button', { name: 'Copied' })).toHaveFocus()
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await expectClosed()
    await expect(await findRow(canvas, 'nightly-report')).toHaveAttribute('data-fresh')
    await expect(canvas.getByRole('button', { name: 'Create key' })).toHaveFocus()
    await expect((await callRoute(serverOf(context), clipboard.text)).status).toBe(200)
  }),
}

/** Everything from the keyboard, from the button to the list. */
export const KeyboardOnly: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { canvas, userEvent } = context
    await findRow(canvas, 'production-api')
    await tabTo(context, canvas.getByRole('button', { name: 'Create key' }))
    await userEvent.keyboard('{Enter}')
    const form = within(await screen.findByRole('dialog', { name: 'Create API key' }))
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveFocus()
    await userEvent.keyboard('by-hand')
    await tabTo(context, form.getByRole('radio', { name: '90 days' }))
    await userEvent.keyboard('{ArrowLeft}')
    await expect(form.getByRole('radio', { name: '30 days' })).toBeChecked()
    await userEvent.keyboard('{Enter}')
    const dialog = await findSecretStep()
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Copy' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await expect(await dialog.findByRole('button', { name: 'Copied' })).toHaveFocus()
    await tabTo(context, dialog.getByRole('button', { name: 'Done' }))
    await userEvent.keyboard('{Enter}')
    await expectClosed()
    await expect(canvas.getByRole('button', { name: 'Create key' })).toHaveFocus()
    await expect((await callRoute(serverOf(context), clipboard.text)).status).toBe(200)
  }),
}

/** What is missing is said when somebody tries, beside its field, and the focus goes to the first. */
export const Validation: Story = {
  play: async (context) => {
    const { userEvent } = context
    const form = await openCreateForm(context)
    await userEvent.click(form.getByRole('radio', { name: 'Restricted' }))
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    const name = form.getByRole('textbox', { name: 'Name' })
    await expect(name).toHaveFocus()
    await expect(name).toBeInvalid()
    await expect(name).toHaveAccessibleDescription(/Enter a name\./)
    await expect(form.getByText('Choose at least one permission.')).toBeVisible()
    await userEvent.keyboard('reports')
    await expect(name).toBeValid()
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    await waitFor(() => expect(form.getByRole('checkbox', { name: /orders:read/ })).toHaveFocus())
    const wrong = form.getByText('Choose at least one permission.').getBoundingClientRect()
    await expect(wrong.bottom).toBeLessThan(form.getByText('Orders').getBoundingClientRect().top)
    await expect(creates(serverOf(context))).toHaveLength(0)
  },
}

/** Only the server knows that a name is taken. It is said where the name is. */
export const NameTaken: Story = {
  play: async (context) => {
    const { userEvent } = context
    const form = await openCreateForm(context)
    const name = form.getByRole('textbox', { name: 'Name' })
    await userEvent.type(name, 'ci-deploy{Enter}')
    await expect(await form.findByText(/^Another key has this name/)).toBeVisible()
    await waitFor(() => expect(name).toHaveFocus())
    await expect(name).toHaveValue('ci-deploy')
    await expect(name).toHaveAccessibleDescription(/^Another key has this name/)
  },
}

/** The server failed: what was entered is still there, and another try is the same try. */
export const ServerErrorKeepsTheForm: Story = {
  parameters: { backend: { faults: { status: { create: 500 } } } },
  play: async (context) => {
    const { userEvent } = context
    const form = await openCreateForm(context)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'stubborn')
    await userEvent.click(form.getByRole('radio', { name: '30 days' }))
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    await expect(await form.findByRole('alert')).toHaveTextContent('Something went wrong. Try again.')
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('stubborn')
    await expect(form.getByRole('radio', { name: '30 days' })).toBeChecked()
    const server = serverOf(context)
    server.backend.setFaults({})
    await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    await findSecretStep()
    const [first, second] = creates(server).map(({ headers }) => headers.get('Idempotency-Key'))
    await expect(second).toBe(first)
    await expect(first).toBeTruthy()
  },
}

/** Two quick clicks are one key. */
export const DoubleSubmitMakesOneKey: Story = {
  parameters: { backend: { faults: { latencyMs: 100 } } },
  play: async (context) => {
    const { userEvent } = context
    const form = await openCreateForm(context)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'once')
    await userEvent.dblClick(form.getByRole('button', { name: 'Create key' }))
    await findSecretStep()
    await expect(creates(serverOf(context))).toHaveLength(1)
  },
}

/** While the server works, the form waits: it cannot be changed, sent again or closed by accident. */
export const Creating: Story = {
  parameters: { backend: { faults: { hang: ['create'] } } },
  play: async (context) => {
    const { userEvent } = context
    const form = await openCreateForm(context)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'patience{Enter}')
    const busy = await form.findByRole('button', { name: 'Creating…' })
    await expect(busy).toHaveAttribute('aria-disabled', 'true')
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveAttribute('readonly')
    await expect(form.queryByText(/^The key is being created/)).toBeNull()
    await userEvent.keyboard('{Escape}')
    await expect(screen.getByRole('dialog', { name: 'Create API key' })).toBeVisible()
    await expect(form.getByText(/^The key is being created/)).toBeVisible()
    await expect(form.getByRole('button', { name: 'Cancel' })).toHaveAttribute('aria-disabled', 'true')
  },
}

/** No answer for ten seconds: whoever gives up is told that the key may be there, and the same again makes no second one. */
export const CalledOff: Story = {
  beforeEach: () => hurry(10_000),
  parameters: { backend: { faults: { hang: ['create'] } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const server = serverOf(context)
    const form = await openCreateForm(context)
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'patience{Enter}')
    const note = await form.findByText(/^This is taking a while/)
    await expect(note).toBeVisible()
    const cancel = form.getByRole('button', { name: 'Cancel' })
    await expect(cancel).toHaveAccessibleDescription(/may already exist/)
    await userEvent.click(cancel)
    const dialog = within(await screen.findByRole('dialog'))
    await expect(await dialog.findByText(/Check the list/)).toHaveTextContent(
      'if “patience” is there, replace it',
    )
    await waitFor(() => expect(dialog.getByRole('button', { name: 'Done' })).toHaveFocus())
    server.backend.setFaults({})
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await expectClosed()
    await userEvent.click(canvas.getByRole('button', { name: 'Create key' }))
    const again = within(await screen.findByRole('dialog', { name: 'Create API key' }))
    await expect(again.getByRole('textbox', { name: 'Name' })).toHaveValue('')
  },
}
