import { expect, type Locator, type Page } from '@playwright/test'

interface NewKey {
  name: string
  scopes: readonly string[]
}

/** The dialog, filled in and sent; the answer is what the server issued. The secret is still on the page. */
export async function createKey(page: Page, { name, scopes }: NewKey): Promise<string> {
  const dialog = await openCreateForm(page, name)
  await dialog.getByRole('radio', { name: '30 days' }).check()
  await dialog.getByRole('radio', { name: 'Restricted' }).check()
  for (const scope of scopes) await dialog.getByRole('checkbox', { name: scope }).check()
  const issued = issuedBy(page, '/api/keys')
  await dialog.getByRole('button', { name: 'Create key' }).click()
  return issued
}

/** The dialog, with nothing filled in but the name. */
export async function openCreateForm(page: Page, name: string): Promise<Locator> {
  // The server has drawn the button already; nothing hears a click before the browser has taken over.
  await expect(page.locator('.lk-root[data-state=ready], .lk-root[data-state=empty]')).toBeVisible()
  await page
    .getByRole('button', { name: /^Create (your first )?key$/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Create API key' })
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  return dialog
}

/** The secret in the next answer of a create or a rotate. */
export async function issuedBy(page: Page, path: string | RegExp): Promise<string> {
  const response = await page.waitForResponse((answer) => {
    const { pathname } = new URL(answer.url())
    const isPath = typeof path === 'string' ? pathname === path : path.test(pathname)
    return isPath && answer.request().method() === 'POST'
  })
  expect(response.status()).toBe(201)
  const { secret } = await response.json()
  return String(secret)
}

/** Copies what the secret step shows, and closes it the way it offers. */
export async function copyAndClose(page: Page): Promise<string> {
  const dialog = secretDialog(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  return readClipboard(page)
}

export function secretDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: /^(Save your key|Key rotated)$/ })
}

export function readClipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Opens the menu of a key's row and chooses from it. */
export async function choose(page: Page, row: Locator, item: string | RegExp): Promise<void> {
  await row.getByRole('button', { name: /^Actions for / }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** The row of a key, by the last four characters of it, which a rotation changes and a name does not tell apart. */
export function rowOf(page: Page, secret: string): Locator {
  const ending = page.getByRole('cell', { name: new RegExp(`ending ${secret.slice(-4)}$`) })
  return page.getByRole('row').filter({ has: ending })
}
