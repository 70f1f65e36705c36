import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { callRoute } from '../play/call-route.ts'
import { createKey } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** The one moment in which a secret can be kept. It is never claimed to be copied when it is not. */
const meta = {
  title: 'Flows/Secret',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(`
      <ApiKeyManager
        baseUrl="/api/keys"
        revealMode="masked"
        secretTtlMs={10 * 60 * 1000}
        onEvent={(event) => {
          if (event.type === 'secretClosed' && !event.saved) toast('The key was closed without saving it.')
        }}
      />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

const secretShape = /lk_live_[0-9A-Za-z]{16}_[0-9A-Za-z]{49}/

/** Masked, so that it can be copied in front of others. */
export const Masked: Story = {
  play: async (context) => {
    const dialog = await createKey(context, 'nightly-report')
    await expect(dialog.getByRole('button', { name: 'Show key' })).toBeVisible()
    await expect(document.body.textContent).not.toMatch(secretShape)
  },
}

/** Shown because somebody asked. New data for the list behind it changes nothing here. */
export const ShownAndSurvivesRefetch: Story = {
  play: async (context) => {
    const { userEvent } = context
    const dialog = await createKey(context, 'nightly-report')
    await userEvent.click(dialog.getByRole('button', { name: 'Show key' }))
    const { textContent: secret } = await dialog.findByText(secretShape)
    await serverOf(context).queryClient.refetchQueries()
    await expect(dialog.getByText(secretShape)).toHaveTextContent(secret ?? '')
    await expect((await callRoute(serverOf(context), secret)).status).toBe(200)
  },
}

/** The clipboard said no: the key is selected for copying by hand, and nothing says “Copied”. */
export const CopyBlocked: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { userEvent } = context
    clipboard.refuses = true
    const dialog = await createKey(context, 'nightly-report')
    await userEvent.click(dialog.getByRole('button', { name: 'Copy' }))
    await expect(await dialog.findByText(/^Your browser blocked copying/)).toBeVisible()
    await waitFor(() => expect(getSelection()?.toString()).toMatch(secretShape))
    await expect(dialog.queryByRole('button', { name: 'Copied' })).toBeNull()
    await expect(screen.queryAllByText('Copied', { ignore: '[aria-hidden=true]' })).toEqual([])
    await expect(dialog.getByRole('button', { name: 'Copy and close' })).toBeVisible()

    await userEvent.click(dialog.getByRole('button', { name: 'Copy and close' }))
    await expect(dialog.getByText(/^Your browser blocked copying/)).toBeVisible()
    await expect(clipboard.text).toBeNull()
  }),
}

/** Copied by hand, and ticked: then it may close. */
export const SavedByHand: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { canvas, userEvent } = context
    clipboard.refuses = true
    const dialog = await createKey(context, 'nightly-report')
    await userEvent.click(dialog.getByRole('button', { name: 'Copy' }))
    await userEvent.click(await dialog.findByRole('checkbox', { name: 'I’ve saved this key' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await expectClosed()
    await expect(await findRow(canvas, 'nightly-report')).toBeVisible()
  }),
}

/** Escape, the cross and a press outside all ask first. The focus is on the answer that loses nothing. */
export const CloseGuard: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { userEvent } = context
    const dialog = await createKey(context, 'nightly-report')
    const question = async () => {
      const found = await screen.findByRole('alertdialog', { name: 'Close without saving the key?' })
      await waitFor(() => expect(within(found).getByRole('button', { name: 'Copy and close' })).toHaveFocus())
      return within(found)
    }
    const goBack = async () => {
      await userEvent.click((await question()).getByRole('button', { name: 'Go back' }))
      await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    }
    await userEvent.keyboard('{Escape}')
    await goBack()
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }))
    await goBack()
    const overlay = document.querySelector('.lk-overlay')
    if (overlay) await userEvent.click(overlay)
    await goBack()
    await expect(dialog.getByRole('button', { name: 'Copy and close' })).toBeVisible()
    await expect(clipboard.text).toBeNull()
    await userEvent.keyboard('{Escape}')
    await question()
  }),
}

/** The guard’s safe answer copies, and closes only because the clipboard said yes. */
export const CopyAndCloseFromTheGuard: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { userEvent } = context
    await createKey(context, 'nightly-report')
    await userEvent.keyboard('{Escape}')
    const guard = within(await screen.findByRole('alertdialog'))
    await userEvent.click(guard.getByRole('button', { name: 'Copy and close' }))
    await expectClosed()
    await expect((await callRoute(serverOf(context), clipboard.text)).status).toBe(200)
  }),
}

/** Closed anyway: the key is in the list, its secret is nowhere. */
export const ClosedAnyway: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { canvas, userEvent } = context
    await createKey(context, 'nightly-report')
    await userEvent.keyboard('{Escape}')
    const guard = within(await screen.findByRole('alertdialog'))
    await userEvent.click(guard.getByRole('button', { name: 'Close anyway' }))
    await expectClosed()
    await expect(await findRow(canvas, 'nightly-report')).toBeVisible()
    await expect(clipboard.text).toBeNull()
  }),
}

/** `revealMode="shown"` turns the mask round, for hosts whose users expect it. */
export const ShownAtOnce: Story = {
  args: { revealMode: 'shown' },
  parameters: userCode('<ApiKeyManager baseUrl="/api/keys" revealMode="shown" />'),
  play: async (context) => {
    const dialog = await createKey(context, 'nightly-report')
    await expect(dialog.getByText(secretShape)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Hide key' })).toBeVisible()
  },
}

/** Where a secret could linger, it is searched for: while it is shown, and after it was closed. */
export const LeavesNothingBehind: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { userEvent } = context
    const { queryClient, backend } = serverOf(context)
    const dialog = await createKey(context, 'nightly-report')
    await userEvent.click(dialog.getByRole('button', { name: 'Show key' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Copy' }))
    await waitFor(() => expect(clipboard.text).toMatch(secretShape))
    const secret = clipboard.text ?? ''
    const halves = [secret, secret.slice(25, 68), secret.slice(25, 45)]

    const elsewhere = () =>
      JSON.stringify([
        queryClient
          .getQueryCache()
          .getAll()
          .map(({ queryKey, state }) => [queryKey, state]),
        queryClient
          .getMutationCache()
          .getAll()
          .map(({ options, state }) => [options, state]),
        backend.calls.map(({ path, headers }) => [path, [...headers]]),
        location.href,
        history.state,
        document.cookie,
        document.title,
        { ...localStorage },
        { ...sessionStorage },
        performance.getEntriesByType('resource').map(({ name }) => name),
        [...document.querySelectorAll('*')].flatMap((element) =>
          [...element.attributes].map(({ value }) => value),
        ),
        [...document.querySelectorAll('input, textarea')].map((field) => 'value' in field && field.value),
      ])
    for (const part of halves) await expect(elsewhere()).not.toContain(part)

    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await expectClosed()
    for (const part of halves) {
      await expect(elsewhere()).not.toContain(part)
      await expect(document.documentElement.outerHTML).not.toContain(part)
    }
  }),
}

/** What is on show is a mask; what is copied, by whichever way, is the whole key, or nothing. */
export const NeverCopiesTheMask: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { userEvent } = context
    const dialog = await createKey(context, 'nightly-report')
    await expect(document.body.textContent).not.toMatch(secretShape)
    await userEvent.click(dialog.getByRole('button', { name: 'Copy' }))
    await waitFor(() => expect(clipboard.text).toMatch(new RegExp(`^${secretShape.source}$`)))
    const whole = clipboard.text
    for (const copy of dialog.getAllByRole('button', { name: /^Copy (?!and close)/ })) {
      await userEvent.click(copy)
      await waitFor(() => expect(clipboard.text).toContain(whole))
    }
    await expect(document.body.textContent).not.toMatch(secretShape)
  }),
}
