import { test as base } from '@playwright/test'

/** A test against the running app. `origin` is where it answers, for those who come without a browser. */
export const test = base.extend<{ origin: string }>({
  origin: async ({ baseURL }, use) => {
    if (!baseURL)
      throw new Error('The configuration names no baseURL. Nothing is known of where the app runs.')
    await use(baseURL)
  },
})
