import { expect } from '@playwright/test'
import { test } from './testing/app-test.ts'
import { callAsMachine } from './testing/machine.ts'
import { signUp } from './testing/person.ts'
import { sendRaw } from './testing/send-raw.ts'
import { strangerAddress } from './testing/stranger-address.ts'

const forged = {
  'x-latchkey-consumer-id': 'app_forged',
  x_latchkey_user_id: 'ada',
  'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
  'x-middleware-next': '1',
  'x-middleware-rewrite': '/api/orders',
  'x-original-url': '/api/health',
  'x-rewrite-url': '/api/health',
  'x-http-method-override': 'GET',
}

test.describe('A route that keys protect', () => {
  test('refuses everybody without one, in every spelling of its path', async ({ origin }) => {
    const spellings = [
      '/api/orders',
      '/api/orders/',
      '//api/orders',
      '/api//orders',
      '/%61pi/orders',
      '/api/%6Frders',
      '/api/x/../orders',
      '/api/./orders',
      '/api/orders.rsc',
      '/api/orders?_rsc=1',
      '/API/ORDERS',
      '/api/orders%2f',
      '/api%2forders',
      '/api%5corders',
      '/api/orders%00',
      '/api/orders/a.b',
      '/_next/data/build/api/orders.json',
    ]
    for (const path of spellings) {
      for (const headers of [{}, forged, { rsc: '1', 'next-router-prefetch': '1' }]) {
        const { status, body } = await sendRaw(origin, { path, headers })
        expect([301, 307, 308, 400, 401, 404], `${path} ${status}`).toContain(status)
        expect(body, path).not.toContain('"orders"')
      }
    }
  })

  test('HT-14, HT-15, HT-16: is as closed to HEAD, OPTIONS and overridden methods', async ({ origin }) => {
    for (const method of ['HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
      const { status, body } = await sendRaw(origin, { path: '/api/orders', method, headers: forged })
      expect(status, method).toBeGreaterThanOrEqual(400)
      expect(body).not.toContain('"orders"')
    }
  })

  test('HT-5: challenges those without a key, and blames those with a wrong one', async ({ origin }) => {
    const missing = await callAsMachine(origin, 'GET /api/orders', null)
    expect([missing.status, missing.code]).toEqual([401, 'missing_credential'])
    expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="orders"')
    expect(missing.headers.get('content-type')).toBe('application/problem+json')
    const wrong = await callAsMachine(origin, 'GET /api/orders', 'nonsense')
    expect([wrong.status, wrong.code]).toEqual([401, 'invalid_key'])
    expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"')
  })
})

test('HT-4: two Authorization headers are refused, also where the first holds a good key', async ({
  page,
  origin,
}) => {
  await signUp(page, 'Ada')
  const created = await page.request.post('/api/keys', {
    data: { name: 'machine', scopes: ['orders:read'] },
    headers: { Origin: origin },
  })
  const { secret } = await created.json()
  const path = '/api/orders'
  const once = await sendRaw(origin, { path, headers: { authorization: `Bearer ${secret}` } })
  expect(once.status).toBe(200)
  for (const second of ['Bearer other', 'Basic eDp5', `Bearer ${secret}`]) {
    const { status, body } = await sendRaw(origin, {
      path,
      headers: { authorization: [`Bearer ${secret}`, second] },
    })
    expect([status, JSON.parse(body).code], second).toEqual([400, 'multiple_credentials'])
  }
})

test('A page leads to the sign-in and back; an API route says 401', async ({ page, request }) => {
  const api = await request.get('/api/keys')
  expect([api.status(), (await api.json()).code]).toEqual([401, 'unauthenticated'])
  const { email } = await signUp(page, 'Ada')
  // A press before the page's scripts have run is nobody's; whoever sees nothing happen presses again.
  await expect(async () => {
    const button = page.getByRole('button', { name: 'Sign out' })
    if (await button.isVisible()) await button.click({ timeout: 1_000 })
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 20_000 })

  await page.goto('/apps')
  await expect(page).toHaveURL('/sign-in?next=%2Fapps')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toHaveText(
    'The e-mail address or the password is wrong.',
  )
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/apps')
})

test('MW-14: the proxy is active: whoever is not signed in learns not even what is missing', async ({
  origin,
}) => {
  // Without a proxy Next itself would answer 404.
  const { status, body } = await sendRaw(origin, { path: '/api/nowhere' })
  expect([status, JSON.parse(body).code]).toEqual([401, 'unauthenticated'])
  const page = await sendRaw(origin, { path: '/nowhere', headers: { accept: 'text/html' } })
  expect([page.status, page.headers.location]).toEqual([307, '/sign-in?next=%2Fnowhere'])
})

test('Who is signed in is told 404 of what is missing, and is not asked to sign in again', async ({
  page,
}) => {
  await signUp(page, 'Ada')
  expect((await page.goto('/nowhere'))?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
  expect((await page.request.get('/api/nowhere')).status()).toBe(404)
  for (const path of ['/sign-in', '/sign-up', '/sign-in?next=/sign-in', '/sign-up?next=//evil.example']) {
    await page.goto(path)
    await expect(page, path).toHaveURL('/settings')
  }
  await page.goto('/sign-in?next=/apps')
  await expect(page).toHaveURL('/apps')
})

test('A name that is too long is told with its limit, by the form and by the server', async ({
  page,
  origin,
}) => {
  const name = 'a'.repeat(10_000)
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Use at most 100 characters.')).toBeVisible()
  await expect(page.getByLabel('Name')).toBeFocused()
  const answer = await page.request.post('/api/auth/sign-up/email', {
    data: { name, email: `long-${Date.now()}@example.com`, password: 'correct horse battery' },
    headers: { Origin: origin, 'X-Forwarded-For': strangerAddress() },
  })
  expect([answer.status(), (await answer.json()).code]).toEqual([400, 'NAME_TOO_LONG'])
})

test('A way back that leads elsewhere is not taken', async ({ page }) => {
  await page.goto('/sign-up?next=//evil.example/steal')
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail').fill(`ada-${Date.now()}@example.com`)
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page).toHaveURL('/settings')
})

test('/api/whoami answers what auth() returns: for a person, for a machine, for nobody', async ({
  page,
  origin,
}) => {
  expect((await callAsMachine(origin, 'GET /api/whoami', null)).status).toBe(401)
  await signUp(page, 'Ada')
  const person = await page.request.get('/api/whoami').then((answer) => answer.json())
  expect(person).toMatchObject({ userId: expect.any(String), consumerId: null, keyId: null, scopes: [] })
  const created = await page.request.post('/api/keys', {
    data: { name: 'machine', scopes: ['orders:read', 'orders:write'] },
    headers: { Origin: origin },
  })
  const { key, secret } = await created.json()
  const machine = await callAsMachine(origin, 'GET /api/whoami', secret)
  expect(machine.body).toEqual({
    userId: null,
    sessionId: null,
    consumerId: key.consumerId,
    keyId: key.id,
    scopes: ['orders:read', 'orders:write'],
    environment: 'live',
  })
  expect((await callAsMachine(origin, 'POST /api/orders', secret)).status).toBe(201)

  await test.step('A key that was sent decides alone, also beside a session', async () => {
    const both = await page.request.get('/api/whoami', { headers: { Authorization: 'Bearer nonsense' } })
    expect([both.status(), (await both.json()).code]).toEqual([401, 'invalid_key'])
  })

  await test.step('MG-6: a key manages no keys', async () => {
    const headers = { Authorization: `Bearer ${secret}` }
    expect((await fetch(`${origin}/api/keys`, { headers })).status).toBe(401)
  })
})

test('HT-12, HT-21: answers carry the headers that keep a browser strict', async ({ page }) => {
  await signUp(page, 'Ada')
  for (const path of ['/', '/sign-in', '/settings', '/apps', '/api/keys', '/api/whoami', '/nowhere']) {
    const headers = (await page.request.get(path)).headers()
    expect(headers['x-powered-by'], path).toBeUndefined()
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'")
    expect(headers['referrer-policy'], path).toBe('same-origin')
  }
  const ofSessions = ['/api/auth/get-session', '/api/auth/list-sessions']
  for (const path of ['/settings', '/apps', '/api/keys', ...ofSessions]) {
    expect((await page.request.get(path)).headers()['cache-control'], path).toContain('no-store')
  }
})

test('HT-13: a method that a route lacks is refused with those that it has', async ({ page, origin }) => {
  await signUp(page, 'Ada')
  const headers = { Origin: origin }
  const created = await page.request.post('/api/keys', {
    data: { name: 'machine', scopes: ['orders:read'] },
    headers,
  })
  const { secret } = await created.json()
  for (const path of ['/api/keys', '/api/consumers', '/api/orders']) {
    const isKeyed = path === '/api/orders'
    const put = await page.request.put(path, {
      headers: isKeyed ? { Authorization: `Bearer ${secret}` } : headers,
    })
    expect([put.status(), put.headers().allow], path).toEqual([405, expect.stringContaining('POST')])
  }
})

test('MG-7: another site cannot write in a person’s name', async ({ page }) => {
  await signUp(page, 'Ada')
  for (const path of ['/api/keys', '/api/consumers']) {
    for (const headers of [{ Origin: 'https://evil.example' }, { Origin: 'null' }, {}]) {
      const answer = await page.request.post(path, { data: { name: 'theirs' }, headers })
      expect(answer.status(), `${path} ${headers.Origin}`).toBe(403)
    }
  }
})

test('A person owns several apps, each with keys and orders of its own', async ({ page, origin }) => {
  await signUp(page, 'Ada')
  await page.goto('/apps')
  await page.getByLabel('Name').fill('Warehouse')
  await page.getByRole('button', { name: 'Add app' }).click()
  await page.getByRole('link', { name: 'Warehouse' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Warehouse' })).toBeVisible()
  const consumerId = new URL(page.url()).pathname.split('/').at(-1)
  const created = await page.request.post('/api/keys', {
    data: { consumerId, name: 'scanner', scopes: ['orders:read'] },
    headers: { Origin: origin },
  })
  const { secret } = await created.json()
  expect((await callAsMachine(origin, 'GET /api/orders', secret)).body.consumerId).toBe(consumerId)
  await page.reload()
  await expect(page.getByText('scanner').first()).toBeVisible()
  const settings = await page.goto('/settings')
  // The component is there before any script runs.
  expect(await settings?.text()).toContain('API keys</h2>')
  await expect(page.getByRole('heading', { name: 'No API keys yet' })).toBeVisible()
})
