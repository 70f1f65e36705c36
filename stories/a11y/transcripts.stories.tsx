import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { ApiKeyManager } from 'latchkey'
import { mockNow, seeds } from 'latchkey/msw'
import { expect, screen, waitFor, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../../.storybook/story-server.ts'
import { chooseAction } from '../play/choose-action.ts'
import { createKey, findSecretStep } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { listen } from '../play/listen.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/**
 * What a screen reader is told without being asked, flow by flow, word for word. Nothing is said twice, nothing that
 * matters is left unsaid, and a secret is never said.
 */
const meta = {
  title: 'Accessibility/Transcripts',
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

/** What comes at once needs no word before it. */
export const Load: Story = {
  play: async ({ canvas }) => {
    const said = listen()
    await findRow(canvas, 'production-api')
    await said.heard(['polite: 8 API keys'])
  },
}

/** What takes its time says so, once. */
export const LoadSlowly: Story = {
  parameters: { backend: { faults: { latencyMs: 900 } } },
  play: async ({ canvas }) => {
    const said = listen()
    await findRow(canvas, 'production-api')
    await said.heard(['polite: Loading API keys', 'polite: 8 API keys'])
  },
}

export const NoKeys: Story = {
  parameters: { backend: { seed: seeds.empty } },
  play: async ({ canvas }) => {
    const said = listen()
    await canvas.findByRole('heading', { name: 'No API keys yet' })
    await said.heard(['polite: No API keys yet'])
  },
}

/** It failed, failed again, and the third time there they were. */
export const LoadFailed: Story = {
  parameters: { backend: { faults: { status: { list: 503 } } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const said = listen()
    const retry = await canvas.findByRole('button', { name: 'Try again' })
    const failure = 'assertive: Keys could not be loaded: The service is unavailable. Try again in a moment.'
    await said.until([failure])
    await userEvent.click(retry)
    await said.until([failure, failure])
    await waitFor(() => expect(retry).not.toHaveAttribute('data-loading'))
    await expect(retry).toHaveFocus()
    serverOf(context).backend.setFaults({})
    await userEvent.click(retry)
    await findRow(canvas, 'production-api')
    // The button that had it is gone.
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Create key' })).toHaveFocus())
    await said.heard([failure, failure, 'polite: 8 API keys'])
  },
}

/** How long to wait is said once, not counted down aloud. */
export const RateLimited: Story = {
  parameters: { backend: { faults: { status: { list: 429 } } } },
  play: async ({ canvas }) => {
    const said = listen()
    await canvas.findByRole('heading', { name: 'Keys could not be loaded' })
    await said.heard(['assertive: Keys could not be loaded: Too many requests. Try again in 30 seconds.'])
  },
}

export const Offline: Story = {
  beforeEach: () => () => onlineManager.setOnline(true),
  play: async ({ canvas }) => {
    const said = listen()
    await findRow(canvas, 'production-api')
    await said.until(['polite: 8 API keys'])
    window.dispatchEvent(new Event('offline'))
    await canvas.findByText('You’re offline.')
    await said.until(['polite: 8 API keys', 'polite: You are offline.'])
    window.dispatchEvent(new Event('online'))
    await waitFor(() => expect(canvas.queryByText('You’re offline.')).toBeNull())
    await said.heard(['polite: 8 API keys', 'polite: You are offline.', 'polite: You are online again.'])
  },
}

/** Not each letter: what was found, once typing rests. */
export const Search: Story = {
  // Longer than a busy machine takes from one letter to the next.
  args: { searchDelayMs: 1500 },
  play: async ({ canvas, userEvent }) => {
    const said = listen()
    await findRow(canvas, 'production-api')
    await said.until(['polite: 8 API keys'])
    await userEvent.type(canvas.getByRole('searchbox'), 'billing')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(2))
    await said.until(['polite: 8 API keys', 'polite: 2 results'])
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(8))
    await said.heard(['polite: 8 API keys', 'polite: 2 results', 'polite: 8 results'])
  },
}

/** Whose key it is, and never the key. */
export const PastedKey: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const said = listen()
    const row = await findRow(canvas, 'ci-deploy')
    const secret = serverOf(context).backend.secrets.get(row.dataset.keyId ?? '') ?? ''
    await said.until(['polite: 8 API keys'])
    await userEvent.click(canvas.getByRole('searchbox'))
    await userEvent.paste(secret)
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(1))
    await said.heard(['polite: 8 API keys', 'polite: Found: ci-deploy'])
  },
}

export const Filter: Story = {
  play: async ({ canvas, userEvent }) => {
    const said = listen()
    await findRow(canvas, 'production-api')
    await said.until(['polite: 8 API keys'])
    await userEvent.click(canvas.getByRole('button', { name: 'Status: All' }))
    await userEvent.click(await canvas.findByRole('menuitemcheckbox', { name: /^Expired/ }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(1))
    await said.heard(['polite: 8 API keys', 'polite: 1 result'])
  },
}

export const Sort: Story = {
  play: async ({ canvas, userEvent }) => {
    const said = listen()
    await findRow(canvas, 'production-api')
    const names = () => canvas.getAllByRole('rowheader').map((cell) => cell.querySelector('bdi')?.textContent)
    await said.until(['polite: 8 API keys'])
    await userEvent.click(canvas.getByRole('button', { name: 'Name' }))
    await waitFor(() => expect(names()[0]).toBe('billing-worker'))
    await said.until(['polite: 8 API keys', 'polite: Sorted by Name, A to Z'])
    await userEvent.click(canvas.getByRole('button', { name: 'Name' }))
    await waitFor(() => expect(names()[0]).toBe('zapier-integration'))
    await said.heard([
      'polite: 8 API keys',
      'polite: Sorted by Name, A to Z',
      'polite: Sorted by Name, Z to A',
    ])
  },
}

export const Pages: Story = {
  parameters: { backend: { seed: seeds.many(60) } },
  play: async ({ canvas, userEvent }) => {
    const said = listen()
    await canvas.findByText('1–25 of 60')
    await said.until(['polite: 60 API keys'])
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }))
    await canvas.findByText('26–50 of 60')
    await said.until(['polite: 60 API keys', 'polite: 26–50 of 60'])
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Keys per page' }), '100')
    await canvas.findByText('1–60 of 60')
    await said.heard(['polite: 60 API keys', 'polite: 26–50 of 60', 'polite: 1–60 of 60'])
  },
}

/** Up to the step in which the secret is shown. */
const created = [
  'polite: 8 API keys',
  'polite: Creating…',
  'assertive: nightly-report created. Copy the key now.',
]

export const CreateAndCopy: Story = {
  play: withClipboard(async (context) => {
    const { userEvent } = context
    const said = listen()
    await said.until(['polite: 8 API keys'])
    const dialog = await createKey(context, 'nightly-report')
    await said.until(created)
    await userEvent.click(dialog.getByRole('button', { name: 'Copy' }))
    await said.until([...created, 'polite: Copied'])
    await userEvent.click(await dialog.findByRole('button', { name: 'Done' }))
    await expectClosed()
    await said.heard([...created, 'polite: Copied'])
  }),
}

/** What a field says is its own description; only what concerns the whole form is an alert. */
export const CreateFailed: Story = {
  parameters: { backend: { faults: { status: { create: 500 } } } },
  play: async (context) => {
    const { canvas, userEvent } = context
    const said = listen()
    await findRow(canvas, 'production-api')
    await said.until(['polite: 8 API keys'])
    await userEvent.click(canvas.getByRole('button', { name: 'Create key' }))
    const form = within(await screen.findByRole('dialog', { name: 'Create API key' }))
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'stubborn{Enter}')
    await form.findByRole('alert')
    await said.heard(['polite: 8 API keys', 'polite: Creating…', 'alert: Something went wrong. Try again.'])
  },
}

/** The clipboard said no twice. Nothing says “Copied” until somebody ticks that the key is kept. */
export const CopyFailed: Story = {
  play: withClipboard(async (context, clipboard) => {
    const { userEvent } = context
    clipboard.refuses = true
    const said = listen()
    const blocked = 'assertive: Copying was blocked. The key is selected.'
    await said.until(['polite: 8 API keys'])
    const dialog = await createKey(context, 'nightly-report')
    await said.until(created)
    await userEvent.click(dialog.getByRole('button', { name: 'Copy' }))
    await dialog.findByText(/^Your browser blocked copying/)
    await said.until([...created, blocked])
    await userEvent.click(dialog.getByRole('button', { name: 'Copy and close' }))
    await said.until([...created, blocked, blocked])
    await userEvent.click(dialog.getByRole('checkbox', { name: 'I’ve saved this key' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
    await expectClosed()
    await said.heard([...created, blocked, blocked])
  }),
}

/** The question is a dialog, which is read because the focus goes there. */
export const CloseGuard: Story = {
  play: withClipboard(async (context) => {
    const { userEvent } = context
    const said = listen()
    await said.until(['polite: 8 API keys'])
    await createKey(context, 'nightly-report')
    await said.until(created)
    await userEvent.keyboard('{Escape}')
    const guard = within(await screen.findByRole('alertdialog', { name: 'Close without saving the key?' }))
    await userEvent.click(guard.getByRole('button', { name: 'Copy and close' }))
    await expectClosed()
    await said.heard([...created, 'polite: Copied'])
  }),
}

let elapsedMs = 0

/** Warned of while there is time, and told when it is gone (WCAG 2.2.1). */
export const SecretTimedOut: Story = {
  args: { secretTtlMs: 60_000, now: () => mockNow + elapsedMs },
  parameters: userCode('<ApiKeyManager baseUrl="/api/keys" secretTtlMs={5 * 60 * 1000} />'),
  beforeEach: () => {
    elapsedMs = 0
  },
  play: async (context) => {
    const { userEvent } = context
    const said = listen()
    await said.until(['polite: 8 API keys'])
    const dialog = await createKey(context, 'nightly-report')
    const warned = [
      'polite: 8 API keys',
      'polite: Creating…',
      // At the same moment: its time is no longer than the warning.
      'alert: For safety, the key leaves this page in less than a minute.',
      'assertive: nightly-report created. Copy the key now.',
    ]
    await said.until(warned)
    // As when a laptop slept: the next who asks about the key finds its time over.
    elapsedMs = 60_000
    await userEvent.click(dialog.getByRole('button', { name: 'Show key' }))
    await screen.findByRole('dialog', { name: 'The key is no longer shown' })
    await said.heard([
      ...warned,
      'polite: Removed from this page for safety. If you didn’t save it, replace the key.',
    ])
  },
}

export const Rotate: Story = {
  play: withClipboard(async (context) => {
    const { userEvent } = context
    const said = listen()
    const rotated = [
      'polite: 8 API keys',
      'polite: Rotating…',
      'assertive: production-api rotated. Copy the new key now.',
    ]
    await said.until(['polite: 8 API keys'])
    await chooseAction(context, 'production-api', 'Rotate…')
    const form = within(await screen.findByRole('dialog', { name: 'Rotate key' }))
    await userEvent.click(form.getByRole('button', { name: 'Rotate key' }))
    const dialog = await findSecretStep('Key rotated')
    await said.until(rotated)
    await userEvent.click(dialog.getByRole('button', { name: 'Copy and close' }))
    await expectClosed()
    await said.heard([...rotated, 'polite: Copied'])
  }),
}

export const Revoke: Story = {
  play: async (context) => {
    const { userEvent } = context
    const said = listen()
    await said.until(['polite: 8 API keys'])
    await chooseAction(context, 'zapier-integration', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await expectClosed()
    await said.heard(['polite: 8 API keys', 'polite: Revoking…', 'polite: zapier-integration revoked.'])
  },
}

export const RevokeFailed: Story = {
  parameters: { backend: { faults: { status: { revoke: 500 } } } },
  play: async (context) => {
    const { userEvent } = context
    const said = listen()
    await said.until(['polite: 8 API keys'])
    await chooseAction(context, 'zapier-integration', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await question.findByRole('alert')
    await userEvent.click(question.getByRole('button', { name: 'Cancel' }))
    await expectClosed()
    await said.heard(['polite: 8 API keys', 'polite: Revoking…', 'alert: Something went wrong. Try again.'])
  },
}

export const DisableAndEnable: Story = {
  play: async (context) => {
    const said = listen()
    await said.until(['polite: 8 API keys'])
    await chooseAction(context, 'production-api', 'Disable')
    await said.until(['polite: 8 API keys', 'polite: production-api disabled.'])
    await chooseAction(context, 'production-api', 'Enable')
    await said.heard([
      'polite: 8 API keys',
      'polite: production-api disabled.',
      'polite: production-api enabled.',
    ])
  },
}

/** Nothing is open that could say it in its place. */
export const DisableFailed: Story = {
  parameters: { backend: { faults: { status: { update: 503 } } } },
  play: async (context) => {
    const said = listen()
    await said.until(['polite: 8 API keys'])
    await chooseAction(context, 'production-api', 'Disable')
    await said.heard([
      'polite: 8 API keys',
      'assertive: production-api: The service is unavailable. Try again in a moment.',
    ])
  },
}

export const Rename: Story = {
  play: async (context) => {
    const { userEvent } = context
    const said = listen()
    await said.until(['polite: 8 API keys'])
    await chooseAction(context, 'staging-import', 'Rename…')
    await screen.findByRole('dialog', { name: 'Rename key' })
    await userEvent.keyboard('nightly-import{Enter}')
    await expectClosed()
    await said.heard(['polite: 8 API keys', 'polite: Renamed to nightly-import.'])
  },
}

export const Edit: Story = {
  play: async (context) => {
    const { userEvent } = context
    const said = listen()
    await said.until(['polite: 8 API keys'])
    await chooseAction(context, 'ci-deploy', 'Edit…')
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit key' }))
    await userEvent.click(dialog.getByRole('radio', { name: '90 days' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Save changes' }))
    await expectClosed()
    await said.heard(['polite: 8 API keys', 'polite: Changes to ci-deploy saved.'])
  },
}

/** Of two keys with one name, which one it is. */
export const ExtendOverlap: Story = {
  play: async ({ canvas, userEvent }) => {
    const said = listen()
    await said.until(['polite: 8 API keys'])
    const menu = await canvas.findByRole('button', { name: /^Actions for billing-worker \(old\)/ })
    const name = menu.getAttribute('aria-label')?.replace('Actions for ', '')
    await userEvent.click(menu)
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Extend overlap…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Extend the overlap' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Extend overlap' }))
    await expectClosed()
    await said.heard(['polite: 8 API keys', `polite: Changes to ${name} saved.`])
  },
}

/** How far it is, and in the end for how many it went wrong. */
export const BulkPartlyFailed: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const said = listen()
    await findRow(canvas, 'production-api')
    await said.until(['polite: 8 API keys'])
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select staging-import' }))
    await said.until(['polite: 8 API keys', 'polite: 1 selected'])
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select local-dev' }))
    await said.until(['polite: 8 API keys', 'polite: 1 selected', 'polite: 2 selected'])
    await userEvent.click(await canvas.findByRole('button', { name: 'Enable' }))
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Enable 2 keys?' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Enable 2 keys' }))
    await dialog.findByText('1 enabled, 1 failed')
    await said.heard([
      'polite: 8 API keys',
      'polite: 1 selected',
      'polite: 2 selected',
      'polite: Enabling 0 of 2…',
      'assertive: 1 enabled, 1 failed',
    ])
  },
}
