import { defineConfig } from 'vitest/config'

/** Vitest, because the conformance suite is written for it; started by a test of Playwright, which has the server. */
export default defineConfig({
  test: {
    include: ['running-server.http.ts'],
    dir: import.meta.dirname,
    testTimeout: 30_000,
  },
})
