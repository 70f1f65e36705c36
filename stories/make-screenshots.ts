import { chromium } from 'playwright'
import { findChromium } from '../find-chromium.ts'

/**
 * Takes the README's pictures from a Storybook that is running, or from a static one that something serves:
 * `node stories/make-screenshots.ts [address]`.
 */
const address = process.argv[2] ?? 'http://127.0.0.1:6006'

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  for (const [scheme, file] of [
    ['light', 'api-key-manager.png'],
    ['dark', 'api-key-manager-dark.png'],
  ] as const) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 640 }, reducedMotion: 'reduce' })
    const story = new URL(
      `iframe.html?id=apikeymanager--default&viewMode=story&globals=scheme:${scheme}`,
      withSlash(address),
    )
    await page.goto(story.href)
    await page.getByRole('row', { name: /^production-api/ }).waitFor()
    await page.addStyleTag({ content: 'body { padding: 32px 40px !important }' })
    await page.evaluate(() => document.fonts.ready)
    const { height } = (await page.locator('.lk-root').boundingBox()) ?? { height: 576 }
    await page.setViewportSize({ width: 1280, height: Math.ceil(height) + 64 })
    await page.screenshot({ path: new URL(`images/${file}`, import.meta.url).pathname })
    await page.close()
  }
} finally {
  await browser.close()
}

/** Without it, the last folder of a path would be taken for a file. */
function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
