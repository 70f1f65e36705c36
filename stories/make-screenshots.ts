import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'
import { findChromium } from '../find-chromium.ts'
import { readmeScreens, type Screen, screens } from './screens.ts'

/**
 * Takes pictures from a Storybook that is running, or from a static one that something serves:
 * `node stories/make-screenshots.ts [address] [folder]`. Without a folder the README's two, where it finds them; with
 * one every main screen, into it.
 */
const [address = 'http://127.0.0.1:6006', folder] = process.argv.slice(2)
const target = folder ?? fileURLToPath(new URL('images', import.meta.url))

mkdirSync(target, { recursive: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  for (const screen of folder === undefined ? readmeScreens : screens) await take(browser, screen)
} finally {
  await browser.close()
}

async function take(
  browser: Browser,
  { file, story, globals = '', width = 1280, height, until, atEnd }: Screen,
): Promise<void> {
  const viewport = { width, height: height ?? 640 }
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
  // From the beginning: what is placed by hand, such as a menu, does not move again.
  const padding = width > 400 ? '32px 40px' : '16px'
  await page.addInitScript((space) => {
    addEventListener('DOMContentLoaded', () => {
      const style = document.createElement('style')
      style.textContent = `body.sb-show-main { padding: ${space} !important }`
      document.head.append(style)
    })
  }, padding)
  const query = `id=${story}&viewMode=story${globals && `&globals=${globals}`}`
  await page.goto(new URL(`iframe.html?${query}`, withSlash(address)).href)
  await until(page).waitFor()
  if (atEnd) await page.waitForFunction("__STORYBOOK_PREVIEW__.currentRender.phase === 'finished'")
  await page.evaluate(() => document.fonts.ready)
  // As high as what there is to see, where no dialog lies over it.
  if (height === undefined) {
    const box = await page.locator('section.lk-root').boundingBox()
    await page.setViewportSize({ width, height: Math.ceil(box?.height ?? 576) + 64 })
  }
  await page.screenshot({ path: join(target, file) })
  await page.close()
}

/** Without it, the last folder of a path would be taken for a file. */
function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
