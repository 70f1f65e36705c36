import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { type FolderServer, serveFolder } from './serve-folder.ts'

const below = '/some/deep/path/'
const folder = mkdtempSync(join(tmpdir(), 'latchkey-site-'))
let site: FolderServer

test.beforeAll(async () => {
  test.setTimeout(180_000)
  execFileSync('npx', ['storybook', 'build', '--disable-telemetry', '--quiet', '-o', folder], {
    stdio: 'pipe',
  })
  site = await serveFolder(folder, below)
})

test.afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

const storyIn = (page: Page) => page.frameLocator('#storybook-preview-iframe')

/** What left the folder, failed, or was complained about. Mocked requests never get as far as a server. */
function watch(context: BrowserContext, page: Page): () => string[] {
  const wrong: string[] = []
  const first = site.served.length
  const { origin } = new URL(site.address)
  context.on('request', (request) => {
    const { protocol, origin: of } = new URL(request.url())
    if (of !== origin && protocol !== 'data:' && protocol !== 'blob:') wrong.push(`asked ${request.url()}`)
  })
  // A page that is left calls off what it still waits for.
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') wrong.push(`${why} ${request.url()}`)
  })
  page.on('pageerror', ({ message }) => wrong.push(message))
  return () => [
    ...wrong,
    ...site.served
      .slice(first)
      .filter(({ path, status }) => status !== 200 || !path.startsWith(below))
      .map(({ path, status }) => `${status} ${path}`),
  ]
}

test('A key lives its whole life on the static site, below any path, and nothing is asked of anybody else', async ({
  context,
  page,
}) => {
  const wrong = watch(context, page)
  await page.goto(`${site.address}?path=/story/try-it--create-use-revoke`)
  const story = storyIn(page)
  await story.getByRole('button', { name: 'Create your first key' }).click()
  const form = story.getByRole('dialog', { name: 'Create API key' })
  await form.getByLabel('Name', { exact: true }).fill('first')
  await form.getByRole('button', { name: 'Create key' }).click()
  await story.getByRole('button', { name: 'Copy and close' }).click()
  await expect(story.getByRole('dialog')).toBeHidden()
  const secret = await page.evaluate(() => navigator.clipboard.readText())
  expect(secret).toMatch(/^lk_live_/)

  const panel = story.getByRole('form', { name: 'GET /api/orders' })
  await panel.getByRole('textbox').fill(secret)
  await panel.getByRole('button', { name: 'Send' }).click()
  await expect(panel.getByRole('status')).toContainText('200')
  await story.getByRole('button', { name: 'Actions for first' }).click()
  await story.getByRole('menuitem', { name: 'Revoke…' }).click()
  const question = story.getByRole('alertdialog')
  await expect(question).toBeVisible()
  const typed = question.getByRole('textbox')
  if (await typed.isVisible()) await typed.fill('first')
  await question.getByRole('button', { name: 'Revoke key' }).click()
  await expect(question).toBeHidden()
  await panel.getByRole('button', { name: 'Send' }).click()
  await expect(panel.getByRole('status')).toContainText('401')
  await expect(panel.getByRole('status')).toContainText('key_revoked')

  await page.reload()
  await expect(story.getByRole('button', { name: 'Create your first key' })).toBeVisible()
  await page.goto(`${site.address}?path=/docs/apikeymanager--docs`)
  await expect(story.getByRole('row', { name: /^production-api/ }).first()).toBeVisible()
  expect(wrong()).toEqual([])
})

test('What the toolbar says stays from story to story, and over a reload', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.goto(
    `${site.address}?path=/story/apikeymanager--default&globals=density:compact;width:640px;surroundings:links`,
  )
  const row = storyIn(page).getByRole('row', { name: /^production-api/ })
  const looks = async () => {
    // Long enough for a Storybook that a busy machine loads for the first time.
    await expect(row).toBeVisible({ timeout: 15_000 })
    const width = await row.evaluate((element) => element.closest('section')?.clientWidth)
    return [await storyIn(page).locator('section.lk-root').getAttribute('data-density'), width]
  }
  expect(await looks()).toEqual(['compact', 640])
  await page.getByRole('link', { name: 'Themed', exact: true }).click()
  await expect(page).toHaveURL(/path=\/story\/apikeymanager--themed/)
  expect(await looks()).toEqual(['compact', 640])
  await page.reload()
  expect(await looks()).toEqual(['compact', 640])
  await expect(storyIn(page).getByRole('link', { name: 'A link before it' })).toBeVisible()
})

test('The reference is a page of lines, by topic, and each opens to its type', async ({ page }) => {
  await page.goto(`${site.address}?path=/docs/reference-latchkey--docs#useCopy`)
  const type = (name: string) => storyIn(page).locator(`[id="${name}"] pre`)
  await expect(type('useCopy')).toBeVisible()
  await expect(type('KeyTable')).toBeHidden()
  const topics = storyIn(page).getByRole('navigation', { name: 'Topics' }).getByRole('link')
  await expect(topics).toContainText(['The component', 'Hooks and their state', 'Parts', 'Words', 'Client'])
  await storyIn(page).getByText('KeyTable', { exact: true }).click()
  await expect(type('KeyTable')).toBeVisible()
  const height = await storyIn(page)
    .locator('.reference')
    .evaluate((element) => element.clientHeight)
  // It was 72,000 while every type stood open.
  expect(height).toBeLessThan(15_000)
})

test('A theme is built, and its CSS copied, by keyboard alone', async ({ page }) => {
  await page.goto(`${site.address}iframe.html?id=theming-theme-builder--builder&viewMode=story`)
  const tabTo = async (wanted: Locator) => {
    for (let presses = 0; presses < 40; presses += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    await expect(wanted).toBeFocused()
  }
  await expect(page.getByRole('row', { name: /^production-api/ })).toBeVisible()
  await tabTo(page.getByRole('radio', { name: 'light' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'dark' })).toBeChecked()
  await tabTo(page.getByLabel('Brand, hexadecimal'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('#C4B5FD')
  await tabTo(page.getByRole('slider', { name: 'Radius' }))
  await page.keyboard.press('Home')
  for (let pixels = 0; pixels < 3; pixels += 1) await page.keyboard.press('ArrowRight')
  await tabTo(page.getByLabel('Font'))
  await page.keyboard.type('Mono')
  await tabTo(page.getByRole('radio', { name: 'comfortable' }))
  await page.keyboard.press('ArrowRight')
  await tabTo(page.getByRole('button', { name: 'Copy CSS' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Copied' })).toBeFocused()
  const css = await page.evaluate(() => navigator.clipboard.readText())
  for (const line of ['#c4b5fd', '--lk-radius: 0.1875rem', 'monospace', 'compact'])
    expect(css).toContain(line)
})

test('The shadcn command line finds its items beside the site', async ({ request }) => {
  const { items } = await (await request.get(`${site.address}r/registry.json`)).json()
  for (const { name } of items) {
    const item = await (await request.get(`${site.address}r/${name}.json`)).json()
    expect([item.name, typeof item.files[0].content]).toEqual([name, 'string'])
  }
})

test('The first page is there before anybody has had to wait', async ({ context, page }) => {
  const wrong = watch(context, page)
  const first = site.served.length
  const began = performance.now()
  await page.goto(site.address)
  await expect(
    storyIn(page)
      .getByRole('row', { name: /^production-api/ })
      .first(),
  ).toBeVisible({ timeout: 30_000 })
  const tookMs = Math.round(performance.now() - began)
  await page.waitForLoadState('networkidle')
  const files = site.served.slice(first)
  const bytes = files.reduce((sum, each) => sum + each.bytes, 0)
  const heaviest = files.toSorted((one, other) => other.bytes - one.bytes).slice(0, 12)
  process.stdout.write(
    `Static site, Welcome: ${files.length} files, ${(bytes / 1000).toFixed(0)} kB gzipped; the live list after ${tookMs} ms.\n${heaviest.map(({ path, bytes: size }) => `  ${(size / 1000).toFixed(0)} kB ${path}\n`).join('')}`,
  )
  expect(wrong()).toEqual([])
})
