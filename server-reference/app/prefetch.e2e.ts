import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { signUp } from './testing/person.ts'

test('The keys are in the page that the server sends, and the browser does not ask for them again', async ({
  page,
  origin,
}) => {
  const said: string[] = []
  const asked: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await signUp(page, 'Ada')
  const { consumers } = await page.request.get('/api/consumers').then((answer) => answer.json())
  const created = await page.request.post('/api/keys', {
    data: { name: 'billing-worker', scopes: ['orders:read'] },
    headers: { Origin: origin, 'Idempotency-Key': randomUUID() },
  })
  const { key, secret } = await created.json()

  for (const path of ['/settings', `/apps/${consumers[0].id}`]) {
    await test.step(path, async () => {
      const answer = await page.request.get(path)
      const html = await answer.text()
      expect(html).toMatch(/<table.*billing-worker.*<\/table>/s)
      expect(html).toContain(key.id.slice(0, 4))
      expect(html).not.toContain(secret.split('_')[3].slice(0, 43))
      expect(answer.headers()['cache-control']).toContain('no-store')

      asked.length = 0
      await page.goto(path)
      await expect(page.getByRole('row', { name: /^billing-worker/ })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Create key' })).toBeEnabled()
      await page.waitForLoadState('networkidle')
      expect(asked.filter((url) => /^\/api\/keys(?:$|\/(?:capabilities|scopes)$)/.test(url))).toEqual([])
    })
  }
  expect(said).toEqual([])
})

test('Nobody finds another person’s keys in their page', async ({ browser, origin }) => {
  const ada = await browser.newPage()
  await signUp(ada, 'Ada')
  const headers = { Origin: origin, 'Idempotency-Key': randomUUID() }
  await ada.request.post('/api/keys', { data: { name: 'hers-alone', scopes: ['orders:read'] }, headers })
  const grace = await browser.newPage()
  await signUp(grace, 'Grace')
  expect(await grace.request.get('/settings').then((answer) => answer.text())).not.toContain('hers-alone')
  expect(await ada.request.get('/settings').then((answer) => answer.text())).toContain('hers-alone')
})
