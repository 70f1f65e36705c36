import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { strangerAddress } from './stranger-address.ts'

export const password = 'correct horse battery'

/** Signs a new person up, as people do, and ends on the settings page. */
export async function signUp(page: Page, name: string): Promise<{ email: string }> {
  const email = `${name.toLowerCase()}-${randomUUID()}@example.com`
  // From a home of their own: the limit on new accounts knows one address only.
  await page.setExtraHTTPHeaders({ 'X-Forwarded-For': strangerAddress() })
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  return { email }
}
