import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { issuedBy, readClipboard, rowOf, secretDialog } from './testing/key-page.ts'
import { createKeyboard } from './testing/keyboard.ts'
import { callAsMachine } from './testing/machine.ts'
import { makeKeys } from './testing/many-keys.ts'
import { signUp } from './testing/person.ts'
import { strangerAddress } from './testing/stranger-address.ts'

test('Everything can be done by keyboard alone, and focus is never lost', async ({ page, origin }) => {
  const keyboard = createKeyboard(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })

  await test.step('Signing up', async () => {
    await page.setExtraHTTPHeaders({ 'X-Forwarded-For': strangerAddress() })
    await page.goto('/sign-up')
    await keyboard.tabTo(page.getByLabel('Name'))
    await keyboard.type('Ada')
    await keyboard.press('Tab')
    await keyboard.type(`ada-${randomUUID()}@example.com`)
    await keyboard.press('Tab')
    await keyboard.type('correct horse battery')
    await keyboard.leaveWith('Enter')
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
    await expect(actions(second)).toBeFocused()
    expect((await callAsMachine(origin, 'GET /api/orders', second)).code).toBe('key_revoked')
    expect((await callAsMachine(origin, 'GET /api/orders', first)).status).toBe(200)
  })

  await test.step('Signing out', async () => {
    await keyboard.tabTo(button('Sign out'))
    await keyboard.leaveWith('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  })
})

test('A long list is searched, filtered, sorted, paged and selected by keyboard alone', async ({
  page,
  origin,
}) => {
  const keyboard = createKeyboard(page)
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const names = page.getByRole('rowheader')
  await signUp(page, 'Grace')
  await makeKeys(
    page,
    origin,
    Array.from({ length: 28 }, (_, index) => `worker-${String(index + 1).padStart(2, '0')}`),
  )
  await page.goto('/settings')
  await expect(names).toHaveCount(25)

  await test.step('Search, and Escape brings everything back', async () => {
    const search = page.getByRole('searchbox', { name: 'Search keys' })
    await keyboard.tabTo(search)
    await keyboard.type('worker-07')
    await expect(names).toHaveCount(1)
    await expect(search).toBeFocused()
    await keyboard.press('Escape')
    await expect(names).toHaveCount(25)
    await keyboard.type('nothing like this')
    await keyboard.tabTo(page.getByRole('button', { name: 'Clear search' }).last())
    await keyboard.press('Enter')
    await expect(names).toHaveCount(25)
  })

  await test.step('A status that no key has, and back', async () => {
    await keyboard.tabTo(button('Status: All'))
    await keyboard.press('Enter')
    await keyboard.moveTo(page.getByRole('menuitemcheckbox', { name: /^Disabled/ }))
    await keyboard.press('Space')
    await keyboard.press('Escape')
    await keyboard.tabTo(button('Show all'))
    await keyboard.press('Enter')
    await expect(names).toHaveCount(25)
  })

  await test.step('Sort by a heading, and by the menu', async () => {
    await keyboard.tabTo(page.getByRole('columnheader', { name: 'Name' }).getByRole('button'))
    await keyboard.press('Enter')
    await expect(names.first()).toContainText('worker-01')
    await keyboard.press('Space')
    await expect(names.first()).toContainText('worker-28')
    await keyboard.tabTo(page.getByRole('button', { name: 'Sorted by Name, Z to A' }), 'Shift+Tab')
    await keyboard.press('ArrowUp')
    await expect(page.getByRole('menuitemradio', { name: 'Z to A' })).toBeFocused()
    await keyboard.press('ArrowUp')
    await keyboard.press('Enter')
    await expect(names.first()).toContainText('worker-01')
  })

  await test.step('Turn the page, and turn back', async () => {
    await keyboard.tabTo(button('Next'))
    await keyboard.press('Enter')
    await expect(names).toHaveCount(3)
    await expect(names.first()).toContainText('worker-26')
    await expect(button('Next')).toBeFocused()
    await keyboard.tabTo(button('Previous'), 'Shift+Tab')
    await keyboard.press('Enter')
    await expect(names).toHaveCount(25)
    await expect(button('Previous')).toBeFocused()
  })

  await test.step('Select a range with Shift+Space, and revoke it by its number', async () => {
    const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}` })
    await keyboard.tabTo(box('worker-03'), 'Shift+Tab')
    await keyboard.press('Space')
    await keyboard.tabTo(box('worker-05'))
    await keyboard.press('Shift+Space')
    const bar = page.getByRole('region', { name: 'Selected keys' })
    await expect(bar).toContainText('3 selected')
    await keyboard.press('Escape')
    await expect(bar).toBeHidden()
    await expect(box('worker-05')).toBeFocused()
    await keyboard.press('Space')
    await keyboard.tabTo(box('worker-04'), 'Shift+Tab')
    await keyboard.press('Space')
    await keyboard.tabTo(bar.getByRole('button', { name: 'Revoke…' }))
    await keyboard.press('Enter')
    const dialog = page.getByRole('alertdialog', { name: /^Revoke 2 keys/ })
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await keyboard.tabTo(dialog.getByRole('textbox', { name: 'Type 2 to confirm' }), 'Shift+Tab')
    await keyboard.type('2')
    await keyboard.press('Enter')
    await expect(dialog).toContainText('2 revoked')
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  })

  await test.step('A key that leaves the list with its row leaves the focus to the next row', async () => {
    await keyboard.tabTo(button('Status: All'), 'Shift+Tab')
    await keyboard.press('Enter')
    await keyboard.moveTo(page.getByRole('menuitemcheckbox', { name: /^Active/ }))
    await keyboard.press('Space')
    await keyboard.press('Escape')
    await expect(names).toHaveCount(25)
    await expect(names.filter({ hasText: 'worker-04' })).toHaveCount(0)
    const actionsOf = (name: string) => button(`Actions for ${name}`)
    await keyboard.runItem(actionsOf('worker-07'), page.getByRole('menuitem', { name: 'Disable' }))
    await expect(names.filter({ hasText: 'worker-07' })).toHaveCount(0)
    await expect(actionsOf('worker-08')).toBeFocused()
  })
})
