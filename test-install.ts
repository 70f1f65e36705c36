import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, expect, type Page } from '@playwright/test'
import { findChromium } from './find-chromium.ts'
import { apps, type InstallApp } from './install-apps.ts'
import manifest from './package.json' with { type: 'json' }
import { choose, openCreateForm, readClipboard } from './server-reference/app/testing/key-page.ts'

/*
 * `npm run test:install`, after a build: packs the package, installs it into apps of somebody who follows the guide,
 * builds each, opens it in Chromium and lives through a key. `npm run test:install next` is one of them. Needs the npm
 * registry, so it is no part of `npm test`.
 */

const root = fileURLToPath(new URL('.', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'latchkey-install-'))
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_OPTIONS: '' }
const wanted = process.argv.slice(2)

try {
  const packed = run('npm pack --silent --ignore-scripts --pack-destination', [folder], root).trim()
  for (const app of apps) {
    if (wanted.length === 0 || wanted.includes(app.name)) await tryApp(app, join(folder, packed))
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}

async function tryApp(app: InstallApp, tarball: string): Promise<void> {
  const home = join(folder, app.name)
  const ours = app.name === 'vite-shadcn' ? {} : { latchkey: `file:${tarball}` }
  const dependencies = { ...ours, ...app.dependencies }
  const files = {
    ...app.files,
    'package.json': JSON.stringify({ name: app.name, private: true, type: 'module', dependencies }),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  run('npm install --no-audit --no-fund --loglevel=error', [], home)
  if ('latchkey' in ours)
    expect(run('npx --no -- latchkey --version', [], home).trim()).toBe(manifest.version)
  const registryPort = await findFreePort()
  // A process of its own: while a command runs, this one answers nobody.
  const registry = spawn('node', ['serve-registry.ts', `${registryPort}`, tarball], {
    cwd: root,
    env,
    detached: true,
  })
  try {
    await expect(async () => {
      expect((await fetch(`http://127.0.0.1:${registryPort}/r/registry.json`)).status).toBe(200)
    }).toPass({ timeout: 10_000 })
    for (const command of app.prepare) {
      run(command.replaceAll('{registry}', `http://127.0.0.1:${registryPort}/r`), [], home)
    }
  } finally {
    end(registry)
  }
  const port = await findFreePort()
  const [program = '', ...rest] = app.serve(port).split(' ')
  const server = spawn(program, rest, { cwd: home, env, detached: true, stdio: 'ignore' })
  try {
    await inChromium(`http://127.0.0.1:${port}`, app.people === 'mocks' ? useOnMocks : liveThroughKey(app))
    console.log(`${app.name}: installed, built, and used in Chromium.`)
  } finally {
    end(server)
  }
}

function run(command: string, more: readonly string[], cwd: string): string {
  const [program = '', ...rest] = command.split(' ')
  return execFileSync(program, [...rest, ...more], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('No port was to be had.')
  return address.port
}

function end({ pid }: ChildProcess): void {
  // The group: npx, its shell and the server.
  if (pid !== undefined) process.kill(-pid, 'SIGTERM')
}

async function inChromium(origin: string, use: (page: Page, origin: string) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  try {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      // Nobody drew an icon for these apps, and a browser asks for one.
      if (message.location().url.endsWith('/favicon.ico')) return
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', ({ message }) => complaints.push(message))
    await expect(async () => expect((await fetch(origin)).status).toBe(200)).toPass({ timeout: 60_000 })
    await use(page, origin)
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
  }
}

async function useOnMocks(page: Page, origin: string): Promise<void> {
  await page.goto(origin)
  await expect(page.getByRole('row', { name: /^production-api/ })).toBeVisible()
  await createKey(page, 'tried-out')
  await expect(page.getByRole('row', { name: /^tried-out/ })).toBeVisible()
}

function liveThroughKey({ people }: InstallApp) {
  return async (page: Page, origin: string): Promise<void> => {
    const orders = (secret: string) =>
      fetch(`${origin}/api/orders`, { headers: { Authorization: `Bearer ${secret}` } })
    expect((await fetch(`${origin}/api/orders`)).status).toBe(401)
    const consumerId = people === 'sign-up' ? await signUp(page, origin) : 'developer'
    await page.goto(`${origin}/settings`)
    // A server for development compiles what the page asks for first.
    await expect(page.locator('.lk-root[data-state=empty]')).toBeVisible({ timeout: 60_000 })
    const secret = await createKey(page, 'tried-out')
    const opened = await orders(secret)
    expect([opened.status, await opened.json()]).toEqual([200, { orders: [], consumerId }])
    const row = page.getByRole('row', { name: /^tried-out/ })
    await choose(page, row, /^Revoke/)
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toBeVisible()
    // Asked for where the list has heard already that the key was used.
    const typed = dialog.getByRole('textbox')
    if (await typed.isVisible()) await typed.fill('tried-out')
    await dialog.getByRole('button', { name: 'Revoke key' }).click()
    await expect(row).toContainText('Revoked')
    expect((await orders(secret)).status).toBe(401)
  }
}

/** The id of a new person, who is signed in from now on. */
async function signUp(page: Page, origin: string): Promise<string> {
  expect((await fetch(`${origin}/api/keys`)).status).toBe(401)
  const person = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' }
  const answer = await page.request.post(`${origin}/api/auth/sign-up/email`, {
    data: person,
    headers: { Origin: origin },
  })
  expect(answer.status()).toBe(200)
  return String((await answer.json()).user.id)
}

/** Made, copied, and read from the clipboard. */
async function createKey(page: Page, name: string): Promise<string> {
  const dialog = await openCreateForm(page, name)
  await dialog.getByRole('button', { name: 'Create key' }).click()
  await page.getByRole('button', { name: 'Copy and close' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  return readClipboard(page)
}
