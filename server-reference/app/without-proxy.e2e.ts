import { expect, test } from '@playwright/test'
import { startWithoutProxy } from './testing/app-without-proxy.ts'
import { callAsMachine } from './testing/machine.ts'
import type { RunningApp } from './testing/running-app.ts'
import { sendRaw } from './testing/send-raw.ts'

test.describe('MW-1: with the proxy deleted and the app rebuilt', () => {
  let app: RunningApp

  test.beforeAll(async () => {
    // A whole build of Next.
    test.setTimeout(300_000)
    app = await startWithoutProxy()
  })

  test.afterAll(async () => {
    await app?.stop()
    app?.remove()
  })

  test('every protected route still refuses without a key', async () => {
    for (const route of ['GET /api/orders', 'POST /api/orders', 'GET /api/whoami'] as const) {
      for (const secret of [null, 'nonsense', `lk_live_${'0'.repeat(16)}_${'0'.repeat(49)}`]) {
        const { status } = await callAsMachine(app.origin, route, secret)
        expect(status, `${route} with ${secret}`).toBe(401)
      }
    }
    for (const path of ['/api/keys', '/api/consumers']) {
      expect((await sendRaw(app.origin, { path })).status, path).toBe(401)
    }
    for (const path of ['/settings', '/apps', '/apps/app_x']) {
      const { status, headers } = await sendRaw(app.origin, { path, headers: { accept: 'text/html' } })
      expect([status, headers.location], path).toEqual([307, `/sign-in?next=${encodeURIComponent(path)}`])
    }
  })

  test('MW-3: a route is as closed under an alias, and opens to the same keys', async () => {
    expect((await sendRaw(app.origin, { path: '/open' })).status).toBe(401)
    const secret = await app.createKey(['orders:read'])
    const authorization = `Bearer ${secret}`
    const read = await sendRaw(app.origin, { path: '/open', headers: { authorization } })
    expect(read.status).toBe(200)
    const write = await sendRaw(app.origin, { path: '/open', method: 'POST', headers: { authorization } })
    expect(write.status).toBe(403)
  })

  test('a refusal that a handler does not catch is a bare 401 or 403, never a 500', async () => {
    // A route that exists in this build alone: `(await auth()).protect({ scopes: ['orders:write'] })`.
    const path = '/api/uncaught'
    expect((await sendRaw(app.origin, { path })).status).toBe(401)
    const secret = await app.createKey(['orders:read'])
    const answer = await sendRaw(app.origin, { path, headers: { authorization: `Bearer ${secret}` } })
    expect(answer.status).toBe(403)
  })

  test('a key opens what it may open, and no log repeats it (ST-1)', async () => {
    const secret = await app.createKey(['orders:read'])
    expect((await callAsMachine(app.origin, 'GET /api/orders', secret)).status).toBe(200)
    expect((await callAsMachine(app.origin, 'POST /api/orders', secret)).status).toBe(403)
    expect((await callAsMachine(app.origin, 'GET /api/orders', `${secret}x`)).status).toBe(401)
    expect(app.said()).toContain('Ready')
    expect(app.said()).not.toContain(secret.split('_')[3])
  })
})
