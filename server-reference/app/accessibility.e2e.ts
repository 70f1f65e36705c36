import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page, test } from '@playwright/test'
import { copyAndClose, createKey, rowOf } from './testing/key-page.ts'
import { outOfReach, overflow } from './testing/measure.ts'
import { signUp } from './testing/person.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong, in words that say where. */
async function violations(page: Page): Promise<string[]> {
  // `addScriptTag` would be held up by the page's own policy; this is the test's business.
  await page.evaluate(axe)
  await page.evaluate(untilStill)
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const result = await checker.run()
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
  })
}

/** What is still fading in has too little contrast for a moment. What goes on for long is not waited for. */
async function untilStill(): Promise<void> {
  const passing = document
    .getAnimations()
    .filter((animation) => Number(animation.effect?.getComputedTiming().endTime) <= 1_000)
  await Promise.allSettled(passing.map(({ finished }) => finished))
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Every page is clean for axe, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const path of ['/', '/sign-in', '/sign-up', '/nowhere']) {
      await page.goto(path)
      expect(await violations(page), path).toEqual([])
    }
    await page.goto('/sign-up')
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByLabel('Name')).toBeFocused()
    await expect(page.getByLabel('Name')).toHaveAccessibleDescription('Write your name.')
    expect(await violations(page), 'a refused form').toEqual([])

    await signUp(page, 'Ada')
    await expect(page.getByRole('heading', { name: 'No API keys yet' })).toBeVisible()
    expect(await violations(page), 'no keys').toEqual([])
    await page
      .getByRole('button', { name: /^Create (your first )?key$/ })
      .first()
      .click()
    await expect(page.getByRole('dialog', { name: 'Create API key' })).toBeVisible()
    expect(await violations(page), 'the create dialog').toEqual([])
    await page.keyboard.press('Escape')
    const secret = await createKey(page, { name: 'ci-deploy', scopes: ['orders:read'] })
    expect(await violations(page), 'the secret').toEqual([])
    await copyAndClose(page)
    await expect(rowOf(page, secret)).toBeVisible()
    expect(await violations(page), 'a key').toEqual([])
    await page.goto('/apps')
    expect(await violations(page), 'apps').toEqual([])
    await page.getByRole('link', { name: 'My first app' }).click()
    await expect(page.getByText('ci-deploy').first()).toBeVisible()
    expect(await violations(page), 'an app').toEqual([])
  })
}

test('Nothing overflows at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const path of ['/', '/sign-in', '/sign-up', '/nowhere']) {
    await page.goto(path)
    expect(await overflow(page), path).toBe(0)
  }
  await signUp(page, 'Ada')
  await createKey(page, {
    name: 'a-name-that-is-as-long-as-names-may-be-and-has-no-space-anywhere',
    scopes: ['orders:read'],
  })
  expect(await overflow(page), 'the secret').toBe(0)
  expect(await outOfReach(page.getByRole('dialog'))).toEqual([])
  await copyAndClose(page)
  expect(await overflow(page), 'the list').toBe(0)
  await page.getByRole('button', { name: 'Create key' }).click()
  await expect(page.getByRole('dialog', { name: 'Create API key' })).toBeVisible()
  await page.getByRole('radio', { name: 'Restricted' }).check()
  expect(await overflow(page), 'the create dialog').toBe(0)
  expect(await outOfReach(page.getByRole('dialog'))).toEqual([])
  await page.goto('/apps')
  expect(await overflow(page), 'apps').toBe(0)
  await page.getByRole('link', { name: 'My first app' }).click()
  await expect(page.getByText('a-name-that-is').first()).toBeVisible()
  expect(await overflow(page), 'an app').toBe(0)
})
