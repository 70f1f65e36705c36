import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { ApiKeyManager } from 'latchkey'
import { mockPeople, type SeedKey, seeds } from 'latchkey/msw'
import { expect, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../.storybook/story-server.ts'
import { findRow } from './play/find-row.ts'
import { placesOf, watchShifts } from './play/watch-shifts.ts'
import { userCode } from './user-code.ts'

/** Every state a person can meet. Each is the server's own answer, or the lack of one. */
const meta = {
  title: 'States',
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

/** Rows without keys, in the shape of rows: nothing moves when the keys arrive. */
export const Loading: Story = {
  parameters: { backend: { faults: { hang: ['list'] } } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('table', { name: 'Loading API keys' })).toHaveAttribute('aria-busy', 'true')
    await expect(canvas.getByRole('searchbox')).toBeDisabled()
  },
}

/** After three seconds it is said that this takes long, over the end of the skeleton; asking again gives up on the answer. */
export const StillLoading: Story = {
  parameters: { backend: { faults: { hang: ['list'] } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const table = canvas.getByRole('table', { name: 'Loading API keys' })
    const before = table.closest('section')?.getBoundingClientRect().height
    const again = await canvas.findByRole('button', { name: 'Try again' }, { timeout: 10_000 })
    await expect(canvas.getByText('Still loading…', { selector: '.lk-slow *' })).toBeVisible()
    await expect(table.closest('section')?.getBoundingClientRect().height).toBe(before)
    serverOf(context).backend.setFaults({})
    await userEvent.click(again)
    await expect(await findRow(canvas, 'production-api')).toBeVisible()
    await expect(canvas.queryByText('Still loading…', { selector: '.lk-slow *' })).toBeNull()
  },
}

/** The network takes its time; the skeleton gives way to the rows, and nothing moves: not a row, not a heading, not by a pixel. */
export const Slow: Story = {
  parameters: { backend: { faults: { latencyMs: 600 } } },
  play: async (context) => {
    const { canvas } = context
    const shifts = watchShifts()
    const before = placesOf(canvas.getByRole('table', { name: 'Loading API keys' }))
    const row = await findRow(canvas, 'production-api')
    const after = placesOf(row.closest('table'))
    await expect(after.slice(0, before.length)).toEqual(before)
    await expect(shifts()).toEqual([])
  },
}

/** The same where rows are cards. */
export const SlowNarrow: Story = {
  ...Slow,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 320, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
}

/** The first thing that a new customer sees. */
export const Empty: Story = {
  parameters: { backend: { seed: seeds.empty } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'No API keys yet' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Create your first key' })).toBeVisible()
  },
}

/** No dead button where somebody may not create: a sentence that says whom to ask. */
export const EmptyWithoutPermission: Story = {
  args: { permissions: { create: false } },
  parameters: {
    backend: { seed: seeds.empty },
    ...userCode('<ApiKeyManager baseUrl="/api/keys" permissions={{ create: false }} />'),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Ask an administrator/)).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Create your first key' })).toBeNull()
  },
}

/** Keys, but none that was looked for; one press brings them back. */
export const FilteredEmpty: Story = {
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    await userEvent.type(canvas.getByRole('searchbox'), 'nowhere')
    await expect(await canvas.findByRole('heading', { name: 'No keys match “nowhere”' })).toBeVisible()
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('0 results'))
  },
}

/** The server failed, and says by which request to find out why. */
export const ServerError: Story = {
  parameters: { backend: { faults: { status: { list: 500 } } } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Keys could not be loaded' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
    await expect(canvas.getByText(/^Request/)).toBeVisible()
  },
}

/** Tried again, and there they are. */
export const ErrorThenRecovered: Story = {
  parameters: { backend: { faults: { status: { list: 503 } } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const retry = await canvas.findByRole('button', { name: 'Try again' })
    serverOf(context).backend.setFaults({})
    await userEvent.click(retry)
    await expect(await findRow(canvas, 'production-api')).toBeVisible()
  },
}

/** Rows that were there stay there, with the time that they are from. */
export const ErrorWithRows: Story = {
  play: async (context) => {
    const { canvas } = context
    await findRow(canvas, 'production-api')
    const { backend, queryClient } = serverOf(context)
    backend.setFaults({ status: { list: 500 } })
    await queryClient.invalidateQueries()
    await expect(await canvas.findByText(/^Showing keys as of/)).toBeVisible()
    await expect(canvas.getByRole('row', { name: /^production-api/ })).toBeVisible()
  },
}

/** Nothing to show, and no way to get it. */
export const Offline: Story = {
  parameters: { backend: { faults: { unreachable: true } } },
  beforeEach: () => {
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Keys could not be loaded' })).toBeVisible()
    await expect(canvas.getByText('You’re offline.')).toBeVisible()
    await expect(canvas.queryByText(/out of date/)).toBeNull()
  },
}

/** The browser has a network, and the server does not answer. Nothing is said to be offline that is not. */
export const Unreachable: Story = {
  parameters: { backend: { faults: { unreachable: true } } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The server could not be reached.')).toBeVisible()
    await expect(canvas.queryByText(/offline/)).toBeNull()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeEnabled()
  },
}

/** The network went away after the keys came: they can be read, and nothing pretends that they can be changed. */
export const OfflineWithRows: Story = {
  beforeEach: () => () => onlineManager.setOnline(true),
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    window.dispatchEvent(new Event('offline'))
    await expect(await canvas.findByText('You’re offline.')).toBeVisible()
    await expect(canvas.getByRole('row', { name: /^production-api/ })).toBeVisible()
    const create = canvas.getByRole('button', { name: 'Create key' })
    await expect(create).toHaveAttribute('aria-disabled', 'true')
    await expect(create).toHaveAccessibleDescription('Not available while you’re offline.')
    await userEvent.click(create)
    await expect(within(document.body).queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('You are offline.'))
  },
}

/** Too many requests: how long to wait is said, not guessed, and counted down; until then the button waits as well. */
export const RateLimited: Story = {
  parameters: { backend: { faults: { status: { list: 429 } } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const wait = await canvas.findByText(/^Too many requests\. Try again in \d+ seconds/)
    await expect(wait).toBeVisible()
    const secondsLeft = () => Number.parseInt(wait.textContent?.match(/\d+/)?.[0] ?? '', 10)
    const first = secondsLeft()
    await expect(first).toBeGreaterThan(0)
    await expect(first).toBeLessThanOrEqual(30)
    const again = canvas.getByRole('button', { name: 'Try again' })
    await expect(again).toHaveAttribute('aria-disabled', 'true')
    await expect(again).toHaveAccessibleDescription(/^Too many requests/)
    const { calls } = serverOf(context).backend
    const before = calls.length
    await userEvent.click(again)
    await expect(calls).toHaveLength(before)
    await waitFor(() => expect(secondsLeft()).toBeLessThan(first))
  },
}

/** The session ended. Neither trying again nor creating a key would help, so nothing offers it. */
export const SignedOut: Story = {
  parameters: { backend: { person: null } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Your session ended. Sign in again.')).toBeVisible()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

/** The session ended while the keys were on the page. They are nobody’s business any more. */
export const SignedOutMeanwhile: Story = {
  play: async (context) => {
    const { canvas } = context
    await findRow(canvas, 'production-api')
    const { backend, queryClient } = serverOf(context)
    backend.signIn(null)
    await queryClient.invalidateQueries()
    await expect(await canvas.findByText('Your session ended. Sign in again.')).toBeVisible()
    await expect(canvas.queryByText('production-api')).toBeNull()
  },
}

/** 403: keys of a consumer that this person does not manage. No button leads to the next refusal. */
export const NotAllowed: Story = {
  args: { consumerId: 'globex' },
  parameters: userCode('<ApiKeyManager baseUrl="/api/keys" consumerId="globex" />'),
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Keys could not be loaded' })).toBeVisible()
    await expect(canvas.getByText('You are not allowed to do this.')).toBeVisible()
    await expect(canvas.queryByRole('row')).toBeNull()
    await expect(canvas.queryByRole('button')).toBeNull()
  },
}

/** As many keys as there may be. The button stays reachable and says why it does nothing. */
export const QuotaReached: Story = {
  parameters: { backend: { policy: { maxKeys: 6 } } },
  play: async ({ canvas }) => {
    await findRow(canvas, 'production-api')
    await waitFor(() =>
      expect(canvas.getByRole('button', { name: 'Create key' })).toHaveAccessibleDescription(
        'You have 6 of 6 keys. Revoke one to create another.',
      ),
    )
  },
}

/** A word, a shape and a colour for each status; none has to be enough alone. */
export const EveryStatus: Story = {
  play: async ({ canvas }) => {
    await findRow(canvas, 'production-api')
    const words = canvas.getAllByRole('row').map((row) => row.querySelector('.lk-badge')?.textContent ?? '')
    await expect(words.filter(Boolean)).toEqual([
      'Active',
      'Disabled',
      'Rotating · 17 hr left',
      'Active',
      'Expires in 5 days',
      'Never used',
      'Expired',
      'Revoked',
    ])
    // On one line each, where there is room for a table.
    const badges = [...document.querySelectorAll<HTMLElement>('.lk-row .lk-badge')]
    const lineHeights = badges.map((badge) => Number.parseFloat(getComputedStyle(badge).lineHeight))
    await expect(badges.every((badge, index) => badge.offsetHeight < 2 * (lineHeights[index] ?? 0))).toBe(
      true,
    )
  },
}

/** One key, and no pages to turn. */
export const OneKey: Story = {
  parameters: { backend: { seed: seeds.one } },
  play: async ({ canvas }) => {
    await expect(await findRow(canvas, 'production-api')).toBeVisible()
    await expect(canvas.getByText('1 key')).toBeVisible()
    await expect(canvas.queryByRole('navigation')).toBeNull()
  },
}

/** A full page. */
export const TwentyFiveKeys: Story = {
  parameters: { backend: { seed: seeds.many(25) } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('row')).toHaveLength(26))
    await expect(canvas.queryByRole('button', { name: 'Next' })).toBeNull()
  },
}

/** More than a page: the rows of one stay until those of the next are there. */
export const ManyKeys: Story = {
  parameters: { backend: { seed: seeds.many(60) } },
  play: async ({ canvas, userEvent }) => {
    await waitFor(() => expect(canvas.getAllByRole('row')).toHaveLength(26))
    const names = () => canvas.getAllByRole('rowheader').map((cell) => cell.textContent)
    const first = names()
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }))
    await waitFor(() => expect(names()).not.toEqual(first))
    await expect(names().filter((name) => first.includes(name))).toEqual([])
    await userEvent.click(canvas.getByRole('button', { name: 'Previous' }))
    await waitFor(() => expect(names()).toEqual(first))
  },
}

const named = (name: string, index: number): SeedKey => ({
  name,
  createdAt: `2026-10-${String(index + 10)}T08:00:00Z`,
  createdBy: index % 2 === 0 ? mockPeople.ada : mockPeople.grace,
  scopes: ['orders:read'],
})

/** Names in any script, of any length, with any direction: each is isolated and none breaks its row. */
export const AnyName: Story = {
  parameters: {
    backend: {
      seed: [
        'the-one-with-the-name-that-nobody-shortened-in-the-meeting-2026',
        'UnbrokenNameWithoutASingleSpaceOrHyphenThatGoesOnAndOnAndOnAndOn',
        '本番環境の請求書バッチ処理サーバー',
        'مفتاح خادم الفواتير',
        'מפתח (staging) 2',
        '🚀 rocket 👩‍👩‍👧‍👦 family',
        'Zoë’s naïve “façade” — ½ price',
        'a',
      ].map(named),
    },
  },
  play: async ({ canvas, canvasElement }) => {
    await findRow(canvas, 'a')
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(8)
    const { scrollWidth, clientWidth } = canvasElement.ownerDocument.documentElement
    await expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
  },
}

/** The same names where there is no room for them. */
export const AnyNameNarrow: Story = {
  ...AnyName,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 320, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const row = await findRow(canvas, 'a')
    await expect(row.closest('section')?.scrollWidth).toBeLessThanOrEqual(320)
  },
}
