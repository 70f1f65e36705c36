import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { signUp } from './testing/person.ts'

test.describe('The consumers of a person', () => {
  test('There is one from the beginning, and only one, however many ask for it at once', async ({ page }) => {
    await signUp(page, 'Ada')
    const answers = await Promise.all(
      ['/api/keys', '/api/consumers', '/api/consumers', '/apps'].map((path) => page.request.get(path)),
    )
    expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200, 200])
    const { consumers } = await page.request.get('/api/consumers').then((answer) => answer.json())
    expect(consumers).toMatchObject([{ name: 'My first app', isDefault: true }])
  })

  test('One can be added under a name that is free, and belongs to whoever adds it', async ({
    page,
    browser,
    origin,
  }) => {
    await signUp(page, 'Ada')
    const add = (data: unknown) =>
      page.request.post('/api/consumers', { data, headers: { Origin: origin } }).then(async (answer) => {
        return { status: answer.status(), body: await answer.json() }
      })
    const added = await add({ name: '  Warehouse ' })
    expect(added).toMatchObject({ status: 201, body: { consumer: { name: 'Warehouse', isDefault: false } } })
    expect(await add({ name: 'Warehouse' })).toMatchObject({ status: 409, body: { code: 'name_taken' } })
    for (const wrong of [
      {},
      { name: '' },
      { name: 'x'.repeat(65) },
      { name: 'a\u202eb' },
      { name: 'b', ownerId: 'c' },
    ]) {
      expect(await add(wrong)).toMatchObject({ status: 422, body: { code: 'validation_failed' } })
    }
    expect(await add({ name: 'x'.repeat(20_000) })).toMatchObject({ status: 413 })

    const grace = await browser.newPage()
    await signUp(grace, 'Grace')
    const hers = await grace.request.get('/api/consumers').then((answer) => answer.json())
    expect(hers.consumers).toHaveLength(1)
    const inHers = { consumerId: added.body.consumer.id, name: 'stolen' }
    const stolen = await grace.request.post('/api/keys', { data: inHers, headers: { Origin: origin } })
    expect(stolen.status()).toBe(403)
  })

  test('Nobody has any', async ({ request, origin }) => {
    expect((await request.get('/api/consumers')).status()).toBe(401)
    const answer = await request.post('/api/consumers', { data: { name: 'a' }, headers: { Origin: origin } })
    expect(answer.status()).toBe(401)
  })
})
