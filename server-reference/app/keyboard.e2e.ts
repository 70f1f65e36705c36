import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { issuedBy, readClipboard, rowOf, secretDialog } from './testing/key-page.ts'
import { createKeyboard } from './testing/keyboard.ts'
import { callAsMachine } from './testing/machine.ts'

test('Everything can be done by keyboard alone, and focus is never lost', async ({ page, origin }) => {
  const keyboard = createKeyboard(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

  await test.step('Signing up', async () => {
    await page.goto('/sign-up')
    await keyboard.tabTo(page.getByLabel('Name'))
    await keyboard.type('Ada')
    await keyboard.press('Tab')
    await keyboard.type(`ada-${randomUUID()}@example.com`)
    await keyboard.press('Tab')
    await keyboard.type('correct horse battery')
    await keyboard.press('Enter')
    await expect(page).toHaveURL('/settings')
  })

  const first = await test.step('Creating a key', async () => {
    await keyboard.tabTo(page.getByRole('button', { name: /^Create (your first )?key$/ }).first())
    await keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Create API key' })
    await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused()
    await keyboard.type('ci-deploy')
    await keyboard.choose(dialog.getByRole('radio', { name: '30 days' }))
    await keyboard.choose(dialog.getByRole('radio', { name: 'Restricted' }))
    await keyboard.tabTo(dialog.getByRole('checkbox', { name: 'orders:read' }))
    await keyboard.press('Space')
    await keyboard.tabTo(dialog.getByRole('button', { name: 'Create key' }))
    const issued = issuedBy(page, '/api/keys')
    await keyboard.press('Enter')
    return issued
  })

  await test.step('Being asked before the only copy is lost, then copying it', async () => {
    await expect(secretDialog(page).getByRole('button', { name: 'Copy', exact: true })).toBeFocused()
    await keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toBeVisible()
    await keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toBeHidden()
    await keyboard.tabTo(secretDialog(page).getByRole('button', { name: 'Copy', exact: true }))
    await keyboard.press('Enter')
    await expect.poll(() => readClipboard(page)).toBe(first)
    await keyboard.tabTo(secretDialog(page).getByRole('button', { name: 'Done' }))
    await keyboard.press('Enter')
    await expect(secretDialog(page)).toBeHidden()
    await expect(button('Create key')).toBeFocused()
  })

  const actions = (secret: string) => rowOf(page, secret).getByRole('button', { name: /^Actions for / })
  const item = (name: string | RegExp) => page.getByRole('menuitem', { name })

  await test.step('Renaming it', async () => {
    await keyboard.runItem(actions(first), item(/^Rename/))
    const name = page.getByRole('textbox', { name: 'Name' })
    await expect(name).toBeFocused()
    await keyboard.press('ControlOrMeta+a')
    await keyboard.type('ci-release')
    await keyboard.press('Enter')
    await expect(rowOf(page, first)).toContainText('ci-release')
    await expect(actions(first)).toBeFocused()
  })

  await test.step('Disabling and enabling it', async () => {
    await keyboard.runItem(actions(first), item('Disable'))
    await expect(rowOf(page, first)).toContainText('Disabled')
    await expect(actions(first)).toBeFocused()
    await keyboard.runItem(actions(first), item('Enable'))
    await expect(rowOf(page, first)).toContainText('Active')
  })

  const second = await test.step('Rotating it', async () => {
    await keyboard.runItem(actions(first), item(/^Rotate/))
    const dialog = page.getByRole('dialog', { name: 'Rotate key' })
    await keyboard.choose(dialog.getByRole('radio', { name: /^1 h/ }))
    await keyboard.tabTo(dialog.getByRole('button', { name: 'Rotate key' }))
    const issued = issuedBy(page, /\/rotate$/)
    await keyboard.press('Enter')
    const secret = await issued
    await expect(secretDialog(page).getByRole('button', { name: 'Copy', exact: true })).toBeFocused()
    await keyboard.press('Enter')
    await keyboard.tabTo(secretDialog(page).getByRole('button', { name: 'Done' }))
    await keyboard.press('Enter')
    await expect(secretDialog(page)).toBeHidden()
    return secret
  })

  await test.step('Revoking it', async () => {
    await keyboard.runItem(actions(second), item(/^Revoke/))
    const dialog = page.getByRole('alertdialog')
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    const typed = dialog.getByRole('textbox')
    if (await typed.isVisible()) {
      await keyboard.tabTo(typed)
      await keyboard.type('ci-release')
    }
    await keyboard.tabTo(dialog.getByRole('button', { name: 'Revoke key' }))
    await keyboard.press('Enter')
    await expect(rowOf(page, second)).toContainText('Revoked')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false)
    expect((await callAsMachine(origin, 'GET /api/orders', second)).code).toBe('key_revoked')
    expect((await callAsMachine(origin, 'GET /api/orders', first)).status).toBe(200)
  })

  await test.step('Signing out', async () => {
    await keyboard.tabTo(button('Sign out'))
    await keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  })
})
