import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findChromium } from './find-chromium.ts'

// Every worker reads this file again and must find the same server.
process.env.E2E_PORT ??= String(await freePort())
process.env.E2E_FOLDER ??= mkdtempSync(join(tmpdir(), 'latchkey-e2e-'))

const { E2E_PORT, E2E_FOLDER } = process.env
const baseURL = `http://localhost:${E2E_PORT}`

export default defineConfig({
  testMatch: '**/*.e2e.ts',
  projects: [
    { name: 'app', testDir: 'server-reference/app' },
    { name: 'guides', testDir: '.', testMatch: 'guides.e2e.ts' },
    { name: 'site', testDir: '.storybook' },
  ],
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  reporter: 'list',
  use: {
    baseURL,
    locale: 'en-US',
    timezoneId: 'UTC',
    permissions: ['clipboard-read', 'clipboard-write'],
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
  webServer: {
    command: 'node server-reference/serve.ts',
    url: `http://127.0.0.1:${E2E_PORT}/api/health`,
    // Builds the library and the app first, where they are stale.
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: {
      PORT: E2E_PORT ?? '',
      APP_ORIGIN: baseURL,
      DATABASE_URL: `file:${join(E2E_FOLDER ?? '', 'latchkey.db')}`,
      // So that a test can speak for many machines: the server believes what this one says of its callers.
      TRUSTED_PROXIES: '127.0.0.1',
    },
  },
})

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
