import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { QueryClient } from '@tanstack/react-query'
import { ApiKeyManager } from 'latchkey'
import { clerkKeys } from 'latchkey/client/clerk'
import { mockNow, registerBackend, unregisterBackend } from 'latchkey/msw'
import { expect, waitFor } from 'storybook/test'
import { openCreateForm } from '../play/create-key.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'
import { type ClerkFrontendApi, createClerkFrontendApi, refusal } from './clerk-frontend-api.ts'
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
import { daysFrom, type SeedLine, seed } from './seed.ts'
import { signInToClerk } from './sign-in-to-clerk.ts'

/** The same component over keys that Clerk keeps: its own client, and a stand-in for its Frontend API. What Clerk lacks is not there. */
const meta = {
  title: 'Backends/Clerk',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23', now: () => mockNow },
  beforeEach: (context) => () => unregisterBackend(clerkOf(context).id),
  render: (args, context) => <ApiKeyManager {...args} {...clerkOf(context).source} />,
  parameters: {
    controls: { disable: true },
    ...userCode(`
      import { useAuth, useClerk } from '@clerk/react'
      import { ApiKeyManager } from 'latchkey'
      import { clerkKeys } from 'latchkey/client/clerk'
      import { useMemo } from 'react'

      export function Keys() {
        const clerk = useClerk()
        const { orgId, userId } = useAuth()
        const client = useMemo(() => clerkKeys(clerk), [clerk])
        return <ApiKeyManager client={client} consumerId={orgId ?? userId ?? undefined} />
      }
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = StoryObj<typeof meta>

/** A Docs page can show one story twice. */
let count = 0

const signedIn = (lines: readonly SeedLine[]) => async (context: { id: string }) => {
  count += 1
  const id = `clerk.${context.id}.${count}`
  const keys = lines.map(({ name, ageDays, usedDaysAgo, endsInDays }) => ({
    name,
    created_at: daysFrom(mockNow, -ageDays),
    last_used_at: usedDaysAgo === undefined ? null : daysFrom(mockNow, -usedDaysAgo),
    expiration: endsInDays === undefined ? null : daysFrom(mockNow, endsInDays),
  }))
  const api = createClerkFrontendApi({ keys, now: () => mockNow })
  registerBackend(id, { basePath: '/api/keys', fetch: api.fetch })
  const clerk = await signInToClerk(`${location.origin}/__latchkey/${encodeURIComponent(id)}`)
  const queryClient = new QueryClient({ defaultOptions: { queries: { retryDelay: 0 } } })
  const source = { client: clerkKeys(clerk, { now: () => mockNow }), queryClient, consumerId: api.userId }
  return { clerk: { id, api, source } }
}

interface SignedIn {
  id: string
  api: ClerkFrontendApi
  source: { client: ReturnType<typeof clerkKeys>; queryClient: QueryClient; consumerId: string }
}

function clerkOf({ loaded }: Pick<StoryContext, 'loaded'>): SignedIn {
  return loaded.clerk
}

const withKeys = { loaders: [signedIn(seed)] }
const sentOf = ({ api }: SignedIn) => api.calls.map(({ path, body }) => path + body).join(' ')

/** No column without content, no menu entry without effect, no status that no key can have. */
export const List: Story = {
  ...withKeys,
  play: async (context) => {
    await expect(await columnsOf(context)).toEqual([
      'select',
      'name',
      'status',
      'lastUsed',
      'expires',
      'actions',
    ])
    await expect(await entriesOf(context, 'production-api')).toEqual(['Details…', 'Copy key ID', 'Revoke…'])
    await expect(await statusesOf(context)).toEqual([
      'All',
      'Active',
      'Expiring',
      'Never used',
      'Not used recently',
    ])
  },
}

/** Only what Clerk has: no address, no environment, no limit, no permissions. */
export const Details: Story = {
  ...withKeys,
  play: async (context) => {
    await expect(await factsOf(context, 'ci-deploy')).toEqual([
      'Key ID',
      'Description',
      'Created',
      'Last changed',
      'Last used',
      'Expires',
    ])
  },
}

/** The form asks for a name, an end and a description; the secret is Clerk’s own. */
export const CreateCopyDone: Story = {
  ...withKeys,
  play: withClipboard(async (context: StoryContext, clipboard) => {
    const secret = await createCopyDone(context, clipboard)
    await expect(secret).toMatch(/^ak_\w{20,}$/)
    await expect(sentOf(clerkOf(context))).not.toContain(secret)
  }),
}

/** Behind "Advanced" there is what Clerk can keep, and no more. */
export const Form: Story = {
  ...withKeys,
  play: async (context) => {
    const form = await openCreateForm(context)
    await context.userEvent.click(form.getByText('Advanced'))
    await expect(form.getByRole('textbox', { name: 'Description' })).toBeVisible()
    await expect(form.getAllByRole('textbox')).toHaveLength(2)
  },
}

export const Revoke: Story = { ...withKeys, play: revoke }

export const RevokeSeveral: Story = { ...withKeys, play: revokeSeveral }

export const FindAndSort: Story = { ...withKeys, play: findAndSort }

/** Clerk’s client looks names up in an address: a key must never get there. */
export const PasteASecret: Story = {
  ...withKeys,
  play: (context) =>
    pasteSecret(context, 'ak_0123456789abcdef0123456789abcdef01234567', () => sentOf(clerkOf(context))),
}

export const FirstKey: Story = {
  loaders: [signedIn([])],
  play: withClipboard(firstKey),
}

/** Only Clerk knows that a name is taken. It is said where the name is. */
export const NameTaken: Story = {
  ...withKeys,
  play: async (context) => {
    const form = await openCreateForm(context)
    const name = form.getByRole('textbox', { name: 'Name' })
    await context.userEvent.type(name, 'ci-deploy{Enter}')
    await waitFor(() => expect(name).toHaveAccessibleDescription(/^Another key has this name/))
  },
}

/** Clerk fails: another try is possible, and finds the keys. */
export const Unavailable: Story = {
  loaders: [
    async (context) => {
      const loaded = await signedIn(seed)(context)
      loaded.clerk.api.intercept = () => refusal(503, 'service_unavailable', 'Down')
      return loaded
    },
  ],
  play: (context) =>
    tryAgain(context, () => {
      clerkOf(context).api.intercept = null
    }),
}

/** Clerk says how long to wait, and so does the page. */
export const TooManyRequests: Story = {
  loaders: [
    async (context) => {
      const loaded = await signedIn(seed)(context)
      loaded.clerk.api.intercept = () =>
        refusal(429, 'too_many_requests', 'Slow down', undefined, { 'Retry-After': '30' })
      return loaded
    },
  ],
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Too many requests\. Try again in \d+ seconds/)).toBeVisible()
  },
}

/** The session ended while the form was open: nobody’s keys are shown any more. */
export const SessionEnds: Story = {
  ...withKeys,
  play: (context) => loseSession(context, () => clerkOf(context).api.signOut()),
}
