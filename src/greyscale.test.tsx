// @vitest-environment node

import { type Browser, chromium } from 'playwright'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compileStyles } from '../build-css.ts'
import { findChromium } from '../find-chromium.ts'
import { keyStatuses } from './contract/index.js'
import { createFormatters } from './locales/create-formatters.js'
import { en } from './locales/en.js'
import { StatusBadge } from './parts/status-badge.js'

const now = Date.parse('2026-11-23T17:40:00Z')
const format = createFormatters({ locale: 'en', timeZone: 'UTC' })

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
}, 60_000)

afterAll(async () => browser?.close())

it('Without any colour a status is still told by its word, and a working key by the shape before it (WCAG 1.4.1)', async () => {
  const page = await browser.newPage({ deviceScaleFactor: 4 })
  await page.setContent(`<style>${compileStyles()}</style><section class="lk-root">${badges()}</section>`)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' })
  const words = await page.locator('.lk-badge').allTextContents()
  expect(words.filter((word) => word === '')).toEqual([])
  expect(new Set(words).size).toBe(keyStatuses.length)

  const dotOf = async (status: string) => {
    const dot = page.locator(`[data-of="${status}"] .lk-badgeIcon`)
    return (await dot.screenshot()).toString('base64')
  }
  const dots = await Promise.all(['active', 'expiring', 'disabled', 'revoked'].map(dotOf))
  expect(new Set(dots).size).toBe(dots.length)
  expect(await Promise.all(dots.map((dot) => page.evaluate(coloursIn, dot)))).toEqual([0, 0, 0, 0])
}, 60_000)

/** How many of a picture's pixels have a colour. Runs in the page. */
async function coloursIn(png: string): Promise<number> {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width
  canvas.height = image.height
  const context = canvas.getContext('2d')
  if (!context) return -1
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  let coloured = 0
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 2) coloured += 1
  }
  return coloured
}

function badges(): string {
  const expiresAt = '2026-11-26T17:40:00Z'
  return renderToStaticMarkup(
    keyStatuses.map((status) => (
      <p key={status} data-of={status}>
        <StatusBadge
          view={{
            status,
            unused: false,
            pending: null,
            expiresAt: status === 'expiring' ? expiresAt : null,
            rotation: status === 'rotating' ? { replacedById: 'new', overlapEndsAt: expiresAt } : null,
          }}
          now={now}
          strings={en}
          format={format}
        />
      </p>
    )),
  )
}
