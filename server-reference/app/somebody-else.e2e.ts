import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { copyAndClose, createKey, rowOf } from './testing/key-page.ts'
import { signUp } from './testing/person.ts'

const unknownId = '0000000000000000'

test('A second person never sees or touches another one’s key: the same bytes as for an unknown id', async ({
  browser,
  origin,
}) => {
  const ada = await browser.newPage()
  await signUp(ada, 'Ada')
  const secret = await createKey(ada, { name: 'hers-alone', scopes: ['orders:read'] })
  await copyAndClose(ada)
  const id = secret.split('_')[2] ?? ''
  const { consumers } = await ada.request.get('/api/consumers').then((answer) => answer.json())
  const consumerId = String(consumers[0].id)

  const grace = await browser.newPage()
  await signUp(grace, 'Grace')
  await expect(grace.getByRole('heading', { name: 'No API keys yet' })).toBeVisible()
  await expect(grace.getByText('hers-alone')).toHaveCount(0)

  const writing = { Origin: origin, 'If-Match': '"1"' }
  const attempts = [
    { method: 'GET', path: '' },
    { method: 'GET', path: '/activity' },
    { method: 'PATCH', path: '', data: { name: 'mine' } },
    { method: 'PATCH', path: '', data: { enabled: false } },
    { method: 'POST', path: '/rotate', data: { overlapSeconds: 0 } },
    { method: 'POST', path: '/revoke', data: {} },
  ]
  for (const { method, path, data } of attempts) {
    const send = async (keyId: string) => {
      const answer = await grace.request.fetch(`/api/keys/${keyId}${path}`, {
        method,
        data,
        headers: writing,
      })
      return [answer.status(), await answer.text()]
    }
    const [hers, unknown] = [await send(id), await send(unknownId)]
    expect(hers, `${method} ${path}`).toEqual(unknown)
    expect(hers[0]).toBe(404)
  }

  const listing = await grace.request.get(`/api/keys?consumerId=${consumerId}`)
  expect([403, 404]).toContain(listing.status())
  const page = await grace.goto(`/apps/${consumerId}`)
  const noPage = await grace.goto('/apps/app_unknown')
  expect([page?.status(), noPage?.status()]).toEqual([404, 404])
  await ada.reload()
  await expect(rowOf(ada, secret)).toContainText('Active')
})
