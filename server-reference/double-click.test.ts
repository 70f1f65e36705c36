import { chromium } from 'playwright'
import { expect, it } from 'vitest'
import { findChromium } from '../find-chromium.js'
import { generateKey } from './core/keys/generate-key.js'

it('A double click on any part of a rendered key selects all of it (KF-10)', async () => {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  const page = await browser.newPage()
  const { secret } = generateKey('lk', 'live', (bytes) => void crypto.getRandomValues(bytes))
  await page.setContent(`<p>before <code translate="no">${secret}</code> after</p>`)
  const { width = 0, height = 0 } = (await page.locator('code').boundingBox()) ?? {}
  for (const part of [0.02, 0.1, 0.3, 0.6, 0.98]) {
    await page.locator('code').dblclick({ position: { x: width * part, y: height / 2 } })
    expect(await page.evaluate(() => String(getSelection()).trim())).toBe(secret)
  }
  await browser.close()
}, 60_000)
