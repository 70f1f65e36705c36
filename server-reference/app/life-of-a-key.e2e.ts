import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'
import {
  choose,
  copyAndClose,
  createKey,
  issuedBy,
  readClipboard,
  rowOf,
  secretDialog,
} from './testing/key-page.ts'
import { callAsMachine } from './testing/machine.ts'
import { signUp } from './testing/person.ts'

test('A key lives from its creation to its end, and every step is felt where it is used', async ({
  page,
  origin,
}) => {
  const orders = (secret: string) => callAsMachine(origin, 'GET /api/orders', secret)
  await signUp(page, 'Ada')
  const consumers = await page.request.get('/api/consumers').then((answer) => answer.json())
  const consumerId: unknown = consumers.consumers[0].id

  const first = await test.step('It is made with 30 days and one scope', () =>
    createKey(page, { name: 'billing-worker', scopes: ['orders:read'] }))

  await test.step('The dialog will not close while it is not saved', async () => {
    await expect(secretDialog(page)).toBeVisible()
    await page.keyboard.press('Escape')
    const warning = page.getByRole('alertdialog', { name: 'Close without saving the key?' })
    await expect(warning).toBeVisible()
    await warning.getByRole('button', { name: 'Go back' }).click()
    await expect(secretDialog(page)).toBeVisible()
  })

  await test.step('What is copied is what the server issued', async () => {
    expect(await copyAndClose(page)).toBe(first)
    expect(first).toMatch(/^lk_live_[0-9A-Za-z]{16}_[0-9A-Za-z]{49}$/)
  })

  await test.step('It opens what it may open, and nothing else', async () => {
    const read = await orders(first)
    expect([read.status, read.body.consumerId]).toEqual([200, consumerId])
    expect(read.headers.get('cache-control')).toBe('private')
    expect(read.headers.get('ratelimit')).toMatch(/^"[\w-]+";r=\d+;t=\d+$/)
    const write = await callAsMachine(origin, 'POST /api/orders', first)
    expect([write.status, write.code]).toEqual([403, 'insufficient_scope'])
    expect(write.headers.get('www-authenticate')).toContain('scope="orders:write"')
  })

  const second = await test.step('Rotated with an hour of overlap, both work', async () => {
    await choose(page, rowOf(page, first), 'Rotate…')
    const dialog = page.getByRole('dialog', { name: 'Rotate key' })
    await dialog.getByRole('radio', { name: /^1 h/ }).check()
    const issued = issuedBy(page, /\/rotate$/)
    await dialog.getByRole('button', { name: 'Rotate key' }).click()
    const secret = await issued
    await secretDialog(page).getByRole('button', { name: 'Copy and close' }).click()
    await expect(secretDialog(page)).toBeHidden()
    expect(await readClipboard(page)).toBe(secret)
    expect([(await orders(first)).status, (await orders(secret)).status]).toEqual([200, 200])
    return secret
  })

  await test.step('The old one is revoked, the new one stays', async () => {
    await choose(page, rowOf(page, first), /^Revoke/)
    await confirmRevoke()
    await expect(rowOf(page, first)).toContainText('Revoked')
    const refused = await orders(first)
    expect([refused.status, refused.code]).toEqual([401, 'key_revoked'])
    expect((await orders(second)).status).toBe(200)
  })

  await test.step('Disabled it is refused, enabled it works', async () => {
    await choose(page, rowOf(page, second), 'Disable')
    await expect(rowOf(page, second)).toContainText('Disabled')
    const refused = await orders(second)
    expect([refused.status, refused.code]).toEqual([401, 'key_disabled'])
    await choose(page, rowOf(page, second), 'Enable')
    await expect(rowOf(page, second)).toContainText('Active')
    expect((await orders(second)).status).toBe(200)
  })

  await test.step('Revoked it is refused for good', async () => {
    await choose(page, rowOf(page, second), /^Revoke/)
    await confirmRevoke()
    await expect(rowOf(page, second)).toContainText('Revoked')
    const refused = await orders(second)
    expect([refused.status, refused.code]).toEqual([401, 'key_revoked'])
  })

  async function confirmRevoke(): Promise<void> {
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toBeVisible()
    const typed = dialog.getByRole('textbox')
    // Asked for where the key was used lately.
    if (await typed.isVisible()) await typed.fill('billing-worker')
    await dialog.getByRole('button', { name: 'Revoke key' }).click()
    await expect(dialog).toBeHidden()
  }
})
