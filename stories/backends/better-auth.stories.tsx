import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { QueryClient } from '@tanstack/react-query'
import { ApiKeyManager } from 'latchkey'
import { betterAuthKeys } from 'latchkey/client/better-auth'
import { expect, screen, waitFor, within } from 'storybook/test'
import { chooseAction } from '../play/choose-action.ts'
import { openCreateForm } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'
import {
  columnsOf,
  createCopyDone,
  entriesOf,
  factsOf,
  findAndSort,
  firstKey,
  loseSession,
  pasteSecret,
  revoke,
  revokeSeveral,
  statusesOf,
  tryAgain,
} from './flows.ts'
import { openBetterAuth } from './open-better-auth.ts'
import { daysFrom, type SeedLine, seed } from './seed.ts'

/** The same component over keys that Better Auth keeps: its own server and its own client, in this page. What its plugin lacks is not there. */
const meta = {
  title: 'Backends/Better Auth',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  render: (args, context) => <ApiKeyManager {...args} {...backendOf(context).source} />,
  parameters: {
    controls: { disable: true },
    ...userCode(`
      import { apiKeyClient } from '@better-auth/api-key/client'
      import { createAuthClient } from 'better-auth/react'
      import { ApiKeyManager } from 'latchkey'
      import { betterAuthKeys } from 'latchkey/client/better-auth'

      const authClient = createAuthClient({ plugins: [apiKeyClient()] })
      const client = betterAuthKeys(authClient)

      export function Keys() {
        return <ApiKeyManager client={client} />
      }
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = StoryObj<typeof meta>

type Backend = Awaited<ReturnType<typeof openBetterAuth>> & {
  source: { client: ReturnType<typeof betterAuthKeys>; queryClient: QueryClient }
}

const opened = (lines: readonly SeedLine[]) => async () => {
  const opened = await openBetterAuth()
  const { auth, authClient, person, tables } = opened
  const now = Date.now()
  for (const { name, ageDays, usedDaysAgo, endsInDays } of lines) {
    const { id } = await auth.api.createApiKey({ body: { name, userId: person.id } })
    // Its history, which only time could give it.
    const created = new Date(daysFrom(now, -ageDays))
    Object.assign(tables.apikey.find((row) => row.id === id) ?? {}, {
      createdAt: created,
      updatedAt: created,
      lastRequest: usedDaysAgo === undefined ? null : new Date(daysFrom(now, -usedDaysAgo)),
      expiresAt: endsInDays === undefined ? null : new Date(daysFrom(now, endsInDays)),
    })
  }
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })
  return { betterAuth: { ...opened, source: { client: betterAuthKeys(authClient), queryClient } } }
}

function backendOf({ loaded }: Pick<StoryContext, 'loaded'>): Backend {
  return loaded.betterAuth
}

const withKeys = { loaders: [opened(seed)] }
const sentBy = ({ calls }: Backend) => calls.map(({ path, body }) => path + body).join(' ')

/** What the door says to a key. */
async function verify(context: Pick<StoryContext, 'loaded'>, key: string) {
  const { valid, error } = await backendOf(context).auth.api.verifyApiKey({ body: { key } })
  return { valid, code: error?.code }
}

/** No column without content, no menu entry without effect, no status that no key can have. */
export const List: Story = {
  ...withKeys,
  play: async (context) => {
    await expect(await columnsOf(context)).toEqual([
      'select',
      'name',
      'key',
      'status',
      'lastUsed',
      'expires',
      'actions',
    ])
    await expect(await entriesOf(context, 'production-api')).toEqual([
      'Details…',
      'Rename…',
      'Edit…',
      'Disable',
      'Copy key ID',
      'Revoke…',
    ])
    await expect(await statusesOf(context)).toEqual([
      'All',
      'Active',
      'Expiring',
      'Disabled',
      'Expired',
      'Never used',
      'Not used recently',
    ])
  },
}

/** A key is recognised by its beginning. Of its end nothing is known, and nothing is said. */
export const Characters: Story = {
  ...withKeys,
  play: async ({ canvas }) => {
    const row = await findRow(canvas, 'production-api')
    const key = row.querySelector('[data-col="key"]')
    await expect(key?.textContent?.trim()).toMatch(/^acme_[A-Za-z]$/)
  },
}

/** Only what the plugin has: no description, no address, no environment, no permissions. */
export const Details: Story = {
  ...withKeys,
  play: async (context) => {
    await expect(await factsOf(context, 'ci-deploy')).toEqual([
      'Key ID',
      'Created',
      'Last used',
      'Expires',
      'Rate limit',
    ])
  },
}

/** The secret is the plugin’s own, and opens the door. */
export const CreateCopyDone: Story = {
  ...withKeys,
  play: withClipboard(async (context: StoryContext, clipboard) => {
    const secret = await createCopyDone(context, clipboard)
    await expect(await verify(context, secret)).toMatchObject({ valid: true })
  }),
}

/** There is nothing advanced to ask for, so nothing to unfold. */
export const Form: Story = {
  ...withKeys,
  play: async (context) => {
    const form = await openCreateForm(context)
    await expect(form.getAllByRole('textbox')).toHaveLength(1)
    await expect(form.queryByText('Advanced')).toBeNull()
  },
}

/** What the plugin finds wrong is said beside the field. */
export const NameTooLong: Story = {
  ...withKeys,
  play: async (context) => {
    const form = await openCreateForm(context)
    const name = form.getByRole('textbox', { name: 'Name' })
    await context.userEvent.type(name, `${'long-'.repeat(8)}{Enter}`)
    await waitFor(() => expect(name).toHaveAccessibleDescription(/name length/))
    await expect(name).toHaveFocus()
  },
}

export const Rename: Story = {
  ...withKeys,
  play: async (context) => {
    await chooseAction(context, 'ci-deploy', 'Rename…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Rename key' }))
    const name = dialog.getByRole('textbox', { name: 'Name' })
    await context.userEvent.clear(name)
    await context.userEvent.type(name, 'ci-release{Enter}')
    await expectClosed()
    await expect(await findRow(context.canvas, 'ci-release')).toBeVisible()
  },
}

/** When it ends is all that can be edited. */
export const Edit: Story = {
  ...withKeys,
  play: async (context) => {
    await chooseAction(context, 'ci-deploy', 'Edit…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit key' }))
    await expect(dialog.queryByRole('textbox')).toBeNull()
    await context.userEvent.click(dialog.getByRole('radio', { name: 'Never' }))
    await context.userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
    await expectClosed()
    await waitFor(async () =>
      expect(await findRow(context.canvas, 'ci-deploy')).toHaveAttribute('data-status', 'active'),
    )
  },
}

/** The way out that can be undone. */
export const DisableAndEnable: Story = {
  ...withKeys,
  play: async (context) => {
    const row = await findRow(context.canvas, 'ci-deploy')
    await chooseAction(context, 'ci-deploy', 'Disable')
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'disabled'))
    await chooseAction(context, 'ci-deploy', 'Enable')
    await waitFor(() => expect(row).toHaveAttribute('data-status', 'expiring'))
  },
}

export const Revoke: Story = { ...withKeys, play: revoke }

export const RevokeSeveral: Story = { ...withKeys, play: revokeSeveral }

export const FindAndSort: Story = { ...withKeys, play: findAndSort }

/** Of a key that is pasted only its public beginning is looked for. */
export const PasteASecret: Story = {
  ...withKeys,
  play: (context) => pasteSecret(context, `other_${'zQ'.repeat(32)}`, () => sentBy(backendOf(context))),
}

export const FirstKey: Story = { loaders: [opened([])], play: withClipboard(firstKey) }

/** The server fails: another try is possible, and finds the keys. */
export const Unavailable: Story = {
  loaders: [
    async () => {
      const loaded = await opened(seed)()
      loaded.betterAuth.network.intercept = () => new Response(null, { status: 503 })
      return loaded
    },
  ],
  play: (context) =>
    tryAgain(context, () => {
      backendOf(context).network.intercept = null
    }),
}

/** The session ended while the form was open. */
export const SessionEnds: Story = {
  ...withKeys,
  play: (context) => loseSession(context, () => backendOf(context).signOut()),
}
