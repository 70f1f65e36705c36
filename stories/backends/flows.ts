import type { StoryContext } from '@storybook/react-vite'
import { expect, screen, waitFor, within } from 'storybook/test'
import { chooseAction } from '../play/choose-action.ts'
import { createKey, findSecretStep, openCreateForm } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import type { Clipboard } from '../play/with-clipboard.ts'

type Hands = Pick<StoryContext, 'canvas' | 'userEvent'>

/** What a table shows of its keys. */
export async function columnsOf({ canvas }: Hands): Promise<(string | undefined)[]> {
  await findRow(canvas, 'production-api')
  // Once it is known what the backend lacks.
  await waitFor(() => expect(canvas.getByRole('searchbox')).toHaveAttribute('placeholder', 'Search keys'))
  return canvas.getAllByRole('columnheader').map((head) => head.dataset.col)
}

/** What can be done with a key: every entry leads somewhere, so none is without effect, and none is greyed out. */
export async function entriesOf({ canvas, userEvent }: Hands, name: string): Promise<(string | undefined)[]> {
  const row = within(await findRow(canvas, name))
  await userEvent.click(row.getByRole('button', { name: `Actions for ${name}` }))
  const menu = within(await canvas.findByRole('menu', { name: `Actions for ${name}` }))
  const entries = menu.getAllByRole('menuitem')
  for (const entry of entries) await expect(entry).not.toHaveAttribute('aria-disabled', 'true')
  await userEvent.keyboard('{Escape}')
  return entries.map((entry) => entry.textContent?.trim())
}

/** Which statuses the list can be narrowed to. */
export async function statusesOf({ canvas, userEvent }: Hands): Promise<(string | undefined)[]> {
  await findRow(canvas, 'production-api')
  await userEvent.click(canvas.getByRole('button', { name: 'Status: All' }))
  const menu = within(await canvas.findByRole('menu', { name: 'Filter by status' }))
  const statuses = menu.getAllByRole('menuitemcheckbox').map((entry) => entry.textContent?.trim())
  await userEvent.keyboard('{Escape}')
  return statuses.map((status) => status?.replace(/\s*\d+$/, ''))
}

/** A name, a copy, done; answers what was copied. Nothing that is said on the way speaks of rotating. */
export async function createCopyDone(hands: Hands, clipboard: Clipboard): Promise<string> {
  const { canvas, userEvent } = hands
  const dialog = await createKey(hands, 'nightly-report')
  const copy = dialog.getByRole('button', { name: 'Copy' })
  await waitFor(() => expect(copy).toHaveFocus())
  await expect(screen.getByRole('dialog')).not.toHaveTextContent(/rotat/i)
  await userEvent.click(copy)
  await expect(await dialog.findByRole('button', { name: 'Copied' })).toHaveFocus()
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
  await expectClosed()
  await expect(await findRow(canvas, 'nightly-report')).toHaveAttribute('data-fresh')
  await expect(canvas.getByRole('button', { name: 'Create key' })).toHaveFocus()
  const secret = clipboard.text ?? ''
  await expect(document.body.outerHTML).not.toContain(secret)
  return secret
}

/** One press, and its row is gone: it was said before that it would be. */
export async function revoke(hands: Hands): Promise<void> {
  const { canvas, userEvent } = hands
  await chooseAction(hands, 'zapier-integration', 'Revoke…')
  const question = within(await screen.findByRole('alertdialog', { name: 'Revoke “zapier-integration”?' }))
  await expect(question.getByText(/Revoked keys also leave this list\.$/)).toBeVisible()
  await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
  await expectClosed()
  await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('zapier-integration revoked.'))
  await waitFor(() => expect(canvas.queryByRole('row', { name: /^zapier-integration/ })).toBeNull())
}

/** Two of them, after their number was typed. */
export async function revokeSeveral({ canvas, userEvent }: Hands): Promise<void> {
  await findRow(canvas, 'production-api')
  for (const name of ['ci-deploy', 'zapier-integration']) {
    await userEvent.click(canvas.getByRole('checkbox', { name: `Select ${name}` }))
  }
  const bar = within(await canvas.findByRole('region', { name: 'Selected keys' }))
  await userEvent.click(bar.getByRole('button', { name: 'Revoke…' }))
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Revoke 2 keys?' }))
  await expect(dialog.getByText(/Revoked keys also leave this list\.$/)).toBeVisible()
  await userEvent.type(dialog.getByRole('textbox', { name: 'Type 2 to confirm' }), '2{Enter}')
  await expect(await dialog.findByText('2 revoked')).toBeVisible()
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
  await expectClosed()
  await waitFor(() => expect(canvas.queryByRole('row', { name: /^(ci-deploy|zapier)/ })).toBeNull())
}

/** Typing narrows the list, sorting turns it round; Escape brings everything back. */
export async function findAndSort({ canvas, userEvent }: Hands): Promise<void> {
  await findRow(canvas, 'production-api')
  const all = canvas.getAllByRole('rowheader').length
  const search = canvas.getByRole('searchbox', { name: 'Search keys' })
  await userEvent.type(search, 'BILLING')
  await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(2))
  await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('2 results'))
  await userEvent.click(canvas.getByRole('button', { name: 'Name' }))
  await waitFor(() => expect(canvas.getAllByRole('rowheader')[0]).toHaveTextContent(/^billing-export/))
  await userEvent.click(search)
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(canvas.getAllByRole('rowheader')).toHaveLength(all))
}

/** Somebody pastes a whole key into the search: it is nowhere on the page, in the address, or in a request. */
export async function pasteSecret(
  { canvas, userEvent }: Hands,
  secret: string,
  sent: () => string,
): Promise<void> {
  await findRow(canvas, 'production-api')
  const search = canvas.getByRole('searchbox')
  await userEvent.click(search)
  await userEvent.paste(`Authorization: Bearer ${secret}`)
  await waitFor(() => expect(search).not.toHaveValue(''))
  const hidden = secret.slice(12)
  await expect(search).not.toHaveValue(expect.stringContaining(hidden))
  await waitFor(() => expect(canvas.getByText(/^No keys match/)).toBeVisible())
  await expect(document.body.outerHTML).not.toContain(hidden)
  await expect(sent()).not.toContain(hidden)
  await expect(location.href).not.toContain(hidden)
}

/** Nobody has a key yet. The first one is made from here. */
export async function firstKey({ canvas, userEvent }: Hands): Promise<void> {
  await userEvent.click(await canvas.findByRole('button', { name: 'Create your first key' }))
  const form = within(await screen.findByRole('dialog', { name: 'Create API key' }))
  await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'first{Enter}')
  const step = await findSecretStep()
  await userEvent.click(step.getByRole('button', { name: 'Copy and close' }))
  await expectClosed()
  await expect(await findRow(canvas, 'first')).toBeVisible()
}

/** The keys could not be loaded. Another try is possible, and finds them once it is mended. */
export async function tryAgain({ canvas, userEvent }: Hands, mend: () => void): Promise<void> {
  const retry = await canvas.findByRole('button', { name: 'Try again' })
  mend()
  await userEvent.click(retry)
  await expect(await findRow(canvas, 'production-api')).toBeVisible()
}

/** The session ends while the form is open. */
export async function loseSession(hands: Hands, signOut: () => void): Promise<void> {
  const form = await openCreateForm(hands)
  await hands.userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'night-shift')
  signOut()
  await hands.userEvent.click(form.getByRole('button', { name: 'Create key' }))
  const dialog = within(await screen.findByRole('dialog'))
  await expect(await dialog.findByText('Your session ended. Sign in again.')).toBeVisible()
}

/** What the details say: of what the backend does not have, nothing. */
export async function factsOf(hands: Hands, name: string): Promise<(string | undefined)[]> {
  await chooseAction(hands, name, 'Details…')
  const dialog = within(await screen.findByRole('dialog'))
  const facts = within(await dialog.findByLabelText('Properties'))
  return facts.getAllByRole('term').map((term) => term.textContent?.trim())
}
