// @vitest-environment node
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { browserBundle, entryOf } from '../browser-bundle.ts'
import { compileStyles } from '../build-css.ts'
import { findChromium } from '../find-chromium.ts'

const nonce = 'bm9uY2U'
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' 'nonce-${nonce}'`,
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

let server: Server
let browser: Browser

beforeAll(async () => {
  const files = await build()
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [type, text] = files.get(pathname) ?? ['text/html', page]
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy })
    response.end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
})

it('Under a policy without unsafe-inline, a key is created, copied and revoked, and nothing is reported', async () => {
  const tab = await open(`?nonce=${nonce}`)
  await liveAKeysLife(tab)
  expect(await violationsIn(tab)).toBe('')
}, 60_000)

it('Without the nonce all of it works as well; only the page behind a dialog scrolls, and that is reported', async () => {
  const tab = await open('')
  await liveAKeysLife(tab, { locksScrolling: false })
  expect(await violationsIn(tab)).toMatch(/^style-src-elem inline(,style-src-elem inline)*$/)
}, 60_000)

/** A host whose policy lets no inline script or style through. */
const entry = `
  import { createElement } from 'react'
  import { createRoot } from 'react-dom/client'
  import { createMockBackend, seeds } from './mocks/index.js'
  import { ApiKeyManager, createFetchClient } from './src/index.js'

  window.violations = []
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violations.push(effectiveDirective + ' ' + blockedURI)
  })
  const backend = createMockBackend({ seed: seeds.everyStatus })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(url, location.href), init)),
  })
  const nonce = new URLSearchParams(location.search).get('nonce') ?? undefined
  const appearance = { variables: { '--lk-radius': '3px' } }
  createRoot(document.getElementById('place')).render(
    createElement(ApiKeyManager, { client, nonce, appearance, locale: 'en' }),
  )
`

const page = `<!doctype html>
<html lang="en"><head><title>Settings</title><link rel="stylesheet" href="/styles.css"></head>
<body><div id="place"></div><script type="module" src="/page.js"></script></body></html>`

async function open(query: string): Promise<Page> {
  const { port } = server.address() as AddressInfo
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const tab = await context.newPage()
  await tab.goto(`http://127.0.0.1:${port}/${query}`)
  return tab
}

async function liveAKeysLife(tab: Page, { locksScrolling = true } = {}): Promise<void> {
  await tab.getByRole('row', { name: /^production-api/ }).waitFor()
  expect(await styleOf(tab, '.lk-root', '--lk-radius')).toBe('3px')
  await tab.getByRole('button', { name: 'Create key' }).click()
  const form = tab.getByRole('dialog', { name: 'Create API key' })
  await form.getByLabel('Name', { exact: true }).fill('strict')
  await tab.waitForTimeout(0)
  expect((await styleOf(tab, 'body', 'overflow-y')) === 'hidden').toBe(locksScrolling)
  await form.getByRole('button', { name: 'Create key' }).click()
  const secret = tab.getByRole('dialog', { name: 'Save your key' })
  await secret.getByRole('button', { name: 'Copy', exact: true }).click()
  await secret.getByRole('button', { name: 'Done' }).click()
  expect(await tab.evaluate(() => navigator.clipboard.readText())).toMatch(/^lk_live_\w+$/)
  const row = tab.getByRole('row', { name: /^strict/ })
  await tab
    .getByRole('row', { name: /^production-api/ })
    .locator('[data-tip=lastUsed]')
    .hover()
  await tab.locator('.lk-tooltip').waitFor()
  await row.getByRole('button', { name: 'Actions for strict' }).click()
  await tab.getByRole('menuitem', { name: 'Revoke…' }).click()
  const question = tab.getByRole('alertdialog')
  await question.getByRole('button', { name: /^Revoke/ }).click()
  await question.waitFor({ state: 'hidden' })
  await row.getByText('Revoked').waitFor()
}

function styleOf(tab: Page, selector: string, property: string): Promise<string> {
  return tab
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
}

/** What the browser reported, with commas between. */
function violationsIn(tab: Page): Promise<string> {
  return tab.evaluate(() => String(Reflect.get(window, 'violations')))
}

/** What a host serves, by path. */
async function build(): Promise<Map<string, [type: string, text: string]>> {
  const id = fileURLToPath(new URL('../strict-policy-page.js', import.meta.url))
  const bundle = await rolldown({
    ...browserBundle,
    input: { page: id },
    plugins: [entryOf(id, entry)],
  })
  const { output } = await bundle.generate({ format: 'es' })
  const scripts = output.flatMap((file): [string, [string, string]][] =>
    file.type === 'chunk' ? [[`/${file.fileName}`, ['text/javascript', file.code]]] : [],
  )
  return new Map([...scripts, ['/styles.css', ['text/css', compileStyles()]]])
}
