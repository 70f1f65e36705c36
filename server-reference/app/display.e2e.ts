import { expect, type Page } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { choose, copyAndClose, createKey, rowOf, secretDialog } from './testing/key-page.ts'
import { makeKeys } from './testing/many-keys.ts'
import { cutOff, moving, outOfReach, overflow, tooSmall } from './testing/measure.ts'
import { signUp } from './testing/person.ts'

const longName = 'a-name-that-is-as-long-as-names-may-be-and-has-no-space-anywhere'
const root = (page: Page) => page.locator('section.lk-root')

/** Somebody with three keys, in front of their list. */
async function openList(page: Page, origin: string): Promise<void> {
  await signUp(page, 'Ada')
  await makeKeys(page, origin, ['ci-deploy', longName, 'billing-worker'])
  await page.goto('/settings')
  await expect(page.getByRole('rowheader')).toHaveCount(3)
}

/** Every dialog that a person meets, one after the other, each left as it was entered. */
async function throughDialogs(
  page: Page,
  look: (name: string, frame: 'dialog' | 'alertdialog') => Promise<void>,
) {
  const row = page.getByRole('row', { name: /^ci-deploy/ })
  await page.getByRole('button', { name: 'Create key' }).click()
  const create = page.getByRole('dialog', { name: 'Create API key' })
  await expect(create).toBeVisible()
  await create.getByRole('radio', { name: 'Restricted' }).check()
  await create.getByText('Advanced').click()
  await look('create', 'dialog')
  await page.keyboard.press('Escape')
  // Something is filled in, so it asks.
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click()
  await expect(create).toBeHidden()
  for (const [entry, frame] of [
    ['Details…', 'dialog'],
    ['Rename…', 'dialog'],
    ['Edit…', 'dialog'],
    ['Rotate…', 'dialog'],
    ['Revoke…', 'alertdialog'],
  ] as const) {
    await choose(page, row, entry)
    await expect(page.getByRole(frame)).toBeVisible()
    await look(entry, frame)
    await page.keyboard.press('Escape')
    await expect(page.getByRole(frame)).toBeHidden()
  }
}

/** The secret step with its way out, which asks first. */
async function throughSecret(
  page: Page,
  look: (name: string, frame: 'dialog' | 'alertdialog') => Promise<void>,
) {
  await createKey(page, { name: 'nightly-report', scopes: ['orders:read'] })
  await secretDialog(page).getByRole('button', { name: 'Show key' }).click()
  await look('secret', 'dialog')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await look('close guard', 'alertdialog')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeHidden()
  await copyAndClose(page)
}

test('At 400 % zoom nothing lies beside the window, outside its dialog or under what sticks', async ({
  page,
  origin,
}) => {
  test.slow()
  // 1280 × 1024 at 400 %.
  await page.setViewportSize({ width: 320, height: 256 })
  await openList(page, origin)
  const look = async (name: string, frame: 'dialog' | 'alertdialog') => {
    expect.soft(await overflow(page), name).toBe(0)
    expect.soft(await outOfReach(page.getByRole(frame)), name).toEqual([])
  }
  expect.soft(await overflow(page), 'the list').toBe(0)
  expect.soft(await outOfReach(root(page)), 'the list').toEqual([])
  await page.getByRole('checkbox', { name: 'Select ci-deploy' }).check()
  expect.soft(await overflow(page), 'the list with a selection').toBe(0)
  await page.getByRole('region', { name: 'Selected keys' }).getByRole('button', { name: 'Clear' }).click()
  await throughDialogs(page, look)
  await throughSecret(page, look)
})

test('Cards are a table to a screen reader', async ({ page, origin }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  await openList(page, origin)
  // What Chromium hands to a screen reader, and not what the markup hopes for.
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const count = (role: string) =>
    nodes.filter((node) => !node.ignored && String(node.role?.value).toLowerCase() === role).length
  expect(count('table')).toBe(1)
  expect(count('row')).toBe(4)
  expect(count('rowheader')).toBe(3)
  expect(count('columnheader')).toBeGreaterThanOrEqual(5)
  expect(count('cell')).toBeGreaterThanOrEqual(9)
})

for (const [what, narrow, css] of [
  ['Text of twice the size (WCAG 1.4.4)', 480, 'html { font-size: 200% !important }'],
  [
    'The spacing of WCAG 1.4.12',
    320,
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
  ],
] as const) {
  for (const width of [1280, narrow]) {
    test(`${what} cuts nothing off, ${width} pixels wide`, async ({ page, origin }) => {
      test.slow()
      await page.setViewportSize({ width, height: 800 })
      await openList(page, origin)
      // By the inspector's own way: the page's policy lets in no style of ours.
      const session = await page.context().newCDPSession(page)
      await session.send('DOM.enable')
      await session.send('CSS.enable')
      const { frameTree } = await session.send('Page.getFrameTree')
      const { styleSheetId } = await session.send('CSS.createStyleSheet', { frameId: frameTree.frame.id })
      await session.send('CSS.setStyleSheetText', { styleSheetId, text: css })
      const look = async (name: string, frame: 'dialog' | 'alertdialog') => {
        expect.soft(await cutOff(page.getByRole(frame)), name).toEqual([])
        expect.soft(await outOfReach(page.getByRole(frame)), name).toEqual([])
      }
      expect.soft(await overflow(page), 'the list').toBe(0)
      expect.soft(await cutOff(root(page)), 'the list').toEqual([])
      await throughDialogs(page, look)
      await throughSecret(page, look)
    })
  }
}

test('Every target has 24 pixels each way (WCAG 2.5.8)', async ({ page, origin }) => {
  test.slow()
  await openList(page, origin)
  const look = async (name: string, frame: 'dialog' | 'alertdialog') => {
    expect.soft(await tooSmall(page.getByRole(frame), 24), name).toEqual([])
  }
  expect.soft(await tooSmall(root(page), 24), 'the list').toEqual([])
  await throughDialogs(page, look)
  await throughSecret(page, look)
})

test.describe('For a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })

  test('every target has 44 pixels each way', async ({ page, origin }) => {
    test.slow()
    await openList(page, origin)
    expect(await page.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(true)
    const look = async (name: string, frame: 'dialog' | 'alertdialog') => {
      expect.soft(await tooSmall(page.getByRole(frame), 44), name).toEqual([])
    }
    expect.soft(await tooSmall(root(page), 44), 'the list').toEqual([])
    await page.getByRole('button', { name: 'Actions for ci-deploy' }).click()
    expect.soft(await tooSmall(page.getByRole('menu'), 44), 'the menu').toEqual([])
    await page.keyboard.press('Escape')
    await throughDialogs(page, look)
    await throughSecret(page, look)
  })
})

test('Whoever asked for less motion sees fading and nothing else', async ({ page, origin }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openList(page, origin)
  await page.getByRole('button', { name: 'Actions for ci-deploy' }).click()
  expect(await moving(page), 'the menu').toEqual([])
  await page.keyboard.press('Escape')
  await page.route('**/api/keys', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await new Promise((resolve) => setTimeout(resolve, 500))
    return route.continue()
  })
  await page.getByRole('button', { name: 'Create key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Create API key' })
  expect(await moving(page), 'a dialog that opens').toEqual([])
  await dialog.getByLabel('Name', { exact: true }).fill('slow')
  await dialog.getByRole('radio', { name: 'Full access' }).check()
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await expect(dialog.getByRole('button', { name: 'Creating…' })).toBeVisible()
  expect(await moving(page), 'a button that waits').toEqual([])
  await expect(secretDialog(page)).toBeVisible()
  await copyAndClose(page)
  expect(await moving(page), 'a new row').toEqual([])
})

test('In forced colours everything keeps an edge, a mark and a ring', async ({ page, origin }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openList(page, origin)
  const edges = (selector: string) =>
    page.locator(selector).evaluateAll(
      (elements) =>
        elements
          .filter((element) => element.checkVisibility())
          .map((element) => getComputedStyle(element))
          .filter((style) => style.borderTopStyle === 'none' || Number.parseFloat(style.borderTopWidth) < 1)
          .length,
    )
  expect(await edges('.lk-button')).toBe(0)
  expect(await edges('.lk-badge')).toBe(0)
  const dots = await page.locator('.lk-badgeIcon').evaluateAll((elements) => {
    // What the system's colours are today, as the browser writes them.
    const probe = document.createElement('i')
    document.body.append(probe)
    probe.style.color = 'CanvasText'
    const text = getComputedStyle(probe).color
    probe.remove()
    return elements.map((element) => {
      const { backgroundColor, backgroundImage, borderTopColor } = getComputedStyle(element)
      return backgroundColor === text || borderTopColor === text || backgroundImage !== 'none'
    })
  })
  expect(dots).toEqual([true, true, true])

  const ring = () =>
    page.evaluate(() => {
      const active = document.activeElement
      const ringed = active?.closest('.lk-segment') ?? active
      if (!ringed) return 0
      const { outlineStyle, outlineWidth } = getComputedStyle(ringed)
      return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
    })
  await page.getByRole('searchbox').focus()
  for (let presses = 0; presses < 12; presses += 1) {
    expect.soft(await ring(), await activeMarkup(page)).toBeGreaterThanOrEqual(2)
    await page.keyboard.press('Tab')
  }
  await choose(page, page.getByRole('row', { name: /^ci-deploy/ }), 'Revoke…')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  expect(await edges('.lk-dialog')).toBe(0)
  expect(await edges('.lk-dialog .lk-button')).toBe(0)
})

function activeMarkup(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? '')
}

test('The ring around what has the focus has two pixels and is neither cut off nor covered (WCAG 2.4.11)', async ({
  page,
  origin,
}) => {
  await page.setViewportSize({ width: 900, height: 420 })
  await signUp(page, 'Ada')
  await makeKeys(
    page,
    origin,
    Array.from({ length: 14 }, (_, index) => `worker-${index}`),
  )
  await page.goto('/settings')
  await expect(page.getByRole('rowheader')).toHaveCount(14)
  await page.getByRole('checkbox', { name: 'Select worker-13' }).check()
  const bar = page.getByRole('region', { name: 'Selected keys' })
  await expect(bar).toBeVisible()
  const problem = () =>
    page.evaluate(() => {
      const active = document.activeElement
      if (!active || active === document.body || !active.closest('section.lk-root')) return null
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(active)
      const width = Number.parseFloat(outlineWidth)
      const what = active.outerHTML.slice(0, 120)
      if (outlineStyle === 'none' || width < 2) return `no ring: ${what}`
      const box = active.getBoundingClientRect()
      const reach = width + Number.parseFloat(outlineOffset)
      const bar = active.closest('.lk-bulkBar') ? null : document.querySelector('.lk-bulkBar')
      const over = bar?.getBoundingClientRect()
      if (over && over.top < box.bottom && over.bottom > box.top) return `covered: ${what}`
      for (let around = active.parentElement; around; around = around.parentElement) {
        const style = getComputedStyle(around)
        if (style.overflowX === 'visible') continue
        const frame = around.getBoundingClientRect()
        if (box.left - reach < frame.left - 1 || box.right + reach > frame.right + 1)
          return `cut off: ${what}`
      }
      return null
    })
  await page.getByRole('searchbox').focus()
  for (let presses = 0; presses < 50; presses += 1) {
    await page.keyboard.press('Tab')
    expect.soft(await problem()).toBeNull()
  }
})

test('On paper the table stays and the secret goes', async ({ page, origin }) => {
  await openList(page, origin)
  const secret = await createKey(page, { name: 'nightly-report', scopes: ['orders:read'] })
  await secretDialog(page).getByRole('button', { name: 'Show key' }).click()
  await expect(page.getByText(secret)).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(secret)).toBeHidden()
  await expect(page.getByText('ci-deploy').first()).toBeVisible()
  await expect(page.getByRole('searchbox', { includeHidden: true })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await copyAndClose(page)
  await expect(rowOf(page, secret)).toBeVisible()
})
