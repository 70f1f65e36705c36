import { expect, type Frame, type Page } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { createKey, readClipboard, secretDialog } from './testing/key-page.ts'
import { callAsMachine } from './testing/machine.ts'
import { signUp } from './testing/person.ts'

/** Why a browser may refuse to copy. Each is put in place of what the page finds when it loads. */
const refusals = {
  denied: () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'))
    document.execCommand = () => false
  },
  unsupported: () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  },
  'on an insecure page': () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    Object.defineProperty(globalThis, 'isSecureContext', { value: false })
    document.execCommand = () => false
  },
  'while the page has no focus': () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('Not focused.', 'NotAllowedError'))
    document.hasFocus = () => false
    document.execCommand = () => false
  },
  'with an older way that lies': () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No.', 'NotAllowedError'))
    document.execCommand = () => true
  },
  'with an older way that throws': () => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => {
      throw new DOMException('No.', 'SecurityError')
    }
  },
} as const

const selected = (page: Page) => page.evaluate(() => getSelection()?.toString().trim())

/** It was refused, and nothing on the page says otherwise. */
async function expectRefused(page: Page, secret: string): Promise<void> {
  const dialog = secretDialog(page)
  await expect(dialog.getByText(/^Your browser blocked copying/)).toBeVisible()
  await expect.poll(() => selected(page)).toBe(secret)
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(0)
  await expect(dialog).toBeVisible()
}

for (const [how, refuse] of Object.entries(refusals)) {
  test.describe(`Copying ${how}`, () => {
    test('never says “Copied”, keeps the secret, and lets it be copied by hand', async ({ page, origin }) => {
      await page.addInitScript(refuse)
      await signUp(page, 'Ada')
      const secret = await createKey(page, { name: 'ci-deploy', scopes: ['orders:read'] })
      const dialog = secretDialog(page)
      await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
      await expectRefused(page, secret)
      await dialog.getByRole('button', { name: 'Copy and close' }).click()
      await expectRefused(page, secret)
      await page.keyboard.press('Escape')
      const guard = page.getByRole('alertdialog')
      await guard.getByRole('button', { name: 'Copy and close' }).click()
      await expectRefused(page, secret)

      // What the browser really puts on the clipboard, as a paste elsewhere would find it.
      await page.keyboard.press('ControlOrMeta+c')
      await expect(dialog.getByRole('button', { name: 'Done' })).toBeVisible()
      await dialog.getByRole('button', { name: 'Done' }).click()
      await expect(dialog).toBeHidden()
      await page.getByRole('searchbox').focus()
      await page.keyboard.press('ControlOrMeta+v')
      await expect(page.getByText(/^Found:/).first()).toContainText('ci-deploy')
      expect((await callAsMachine(origin, 'GET /api/orders', secret)).status).toBe(200)
    })
  })
}

test('A part of the key, copied by hand, is not the key', async ({ page }) => {
  await page.addInitScript(refusals.denied)
  await signUp(page, 'Ada')
  const secret = await createKey(page, { name: 'ci-deploy', scopes: ['orders:read'] })
  const dialog = secretDialog(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expectRefused(page, secret)
  await page.evaluate(() => {
    const text = document.querySelector('.lk-secretText')?.firstChild
    if (text) getSelection()?.setBaseAndExtent(text, 0, text, 20)
  })
  await page.keyboard.press('ControlOrMeta+c')
  await expect(dialog.getByRole('button', { name: 'Copy and close' })).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'I’ve saved this key' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
})

test('A clipboard that never answers leaves the way by hand open', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => new Promise(() => undefined)
    document.execCommand = () => false
  })
  await signUp(page, 'Ada')
  const secret = await createKey(page, { name: 'ci-deploy', scopes: ['orders:read'] })
  const dialog = secretDialog(page)
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click()
  await expectRefused(page, secret)
})

test.describe('In a frame that may not write to the clipboard', () => {
  /** The app inside another page, which gives it no permission. */
  async function openFrame(page: Page, refuse?: () => void): Promise<Frame> {
    await signUp(page, 'Ada')
    if (refuse) await page.addInitScript(refuse)
    await page.route('**/settings', async (route) => {
      const answer = await route.fetch()
      const { 'x-frame-options': _, 'content-security-policy': policy = '', ...headers } = answer.headers()
      const framed = policy.replace(/frame-ancestors [^;]+/, "frame-ancestors 'self'")
      await route.fulfill({ response: answer, headers: { ...headers, 'content-security-policy': framed } })
    })
    await page.route('**/around', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<title>Around</title><iframe src="/settings" title="Keys" width="1000" height="900" allow="clipboard-write 'none'"></iframe>`,
      }),
    )
    await page.goto('/around')
    const frame = await page
      .locator('iframe')
      .elementHandle()
      .then((element) => element?.contentFrame())
    if (!frame) throw new Error('The page has a frame.')
    const isAllowed = await frame.evaluate(() =>
      navigator.clipboard.writeText('').then(
        () => true,
        () => false,
      ),
    )
    expect(isAllowed).toBe(false)
    return frame
  }

  async function createIn(frame: Frame): Promise<void> {
    await frame.getByRole('button', { name: 'Create your first key' }).click()
    const form = frame.getByRole('dialog', { name: 'Create API key' })
    await form.getByLabel('Name', { exact: true }).fill('framed')
    await form.getByRole('button', { name: 'Create key' }).click()
  }

  test('the older way copies, and “Copied” is true', async ({ page, origin }) => {
    const frame = await openFrame(page)
    await createIn(frame)
    await frame.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(frame.getByRole('button', { name: 'Copied' })).toBeVisible()
    await frame.getByRole('button', { name: 'Done' }).click()
    const secret = await readClipboard(page)
    expect((await callAsMachine(origin, 'GET /api/whoami', secret)).status).toBe(200)
  })

  test('and without the older way it is selected, and copied by hand', async ({ page }) => {
    const frame = await openFrame(page, () => {
      document.execCommand = () => false
    })
    await createIn(frame)
    await frame.getByRole('button', { name: 'Copy', exact: true }).click()
    await expect(frame.getByText(/^Your browser blocked copying/)).toBeVisible()
    await expect(frame.getByRole('button', { name: 'Done' })).toBeHidden()
    await page.keyboard.press('ControlOrMeta+c')
    await expect(frame.getByRole('button', { name: 'Done' })).toBeVisible()
  })
})
