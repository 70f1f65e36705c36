import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { findChromium } from './find-chromium.ts'
import { sourceEntries } from './source-entries.ts'

const chromium = playwright({
  contextOptions: { reducedMotion: 'reduce' },
  launchOptions: {
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
})

/** Every story as a test in Chromium, with axe, under the toolbar's settings. */
const stories = (name: string, globals: { scheme: 'light' | 'dark'; direction: 'ltr' | 'rtl' }) => ({
  extends: true as const,
  plugins: [
    storybookTest({
      configDir: fileURLToPath(new URL('./.storybook', import.meta.url)),
      initialGlobals: globals,
    }),
  ],
  // A dependency that is found in the middle of a run reloads the page under a test. Keep this list complete.
  optimizeDeps: {
    include: [
      '@better-auth/api-key',
      '@better-auth/api-key/client',
      '@clerk/clerk-js/no-rhc',
      '@radix-ui/react-dialog',
      '@radix-ui/react-tooltip',
      '@tanstack/react-query',
      '@valibot/to-json-schema',
      'better-auth',
      'better-auth/adapters/memory',
      'better-auth/client',
      'better-auth/plugins/bearer',
      'get-nonce',
      'msw',
      'msw/browser',
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'react/jsx-runtime',
      'valibot',
    ],
  },
  test: {
    name,
    api: { host: '127.0.0.1' },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      instances: [{ browser: 'chromium' as const }],
      provider: chromium,
    },
  },
})

export default defineConfig({
  resolve: { alias: sourceEntries },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: [
            '{server-reference,mocks,.storybook}/**/*.test.ts',
            'src/{contract,client}/**/*.test.ts',
            'stories/guides/*.test.ts',
            '*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/.next/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: [
            'stories/guides/*.test.tsx',
            'src/{api-keys,hooks,parts,locales,styles}/**/*.test.{ts,tsx}',
            'src/*.test.{ts,tsx}',
          ],
          setupFiles: ['vitest.setup.ts'],
          // Longer than one wait for something, so that a failure says what did not come.
          testTimeout: 15_000,
        },
      },
      stories('stories', { scheme: 'light', direction: 'ltr' }),
      stories('stories-dark', { scheme: 'dark', direction: 'ltr' }),
      stories('stories-rtl', { scheme: 'light', direction: 'rtl' }),
      stories('stories-dark-rtl', { scheme: 'dark', direction: 'rtl' }),
    ],
  },
})
