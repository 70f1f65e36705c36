import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from '@playwright/test'
import { callAsMachine } from './testing/machine.ts'
import { postAs, type RunningApp, startApp } from './testing/running-app.ts'

const serve = join(import.meta.dirname, '../serve.ts')

test.describe('A server that somebody runs', () => {
  let app: RunningApp

  test.beforeEach(async () => {
    app = await startApp([serve])
  })

  test.afterEach(async () => {
    await app?.stop()
    app?.remove()
  })

  test('It has counted every request when it has been asked to end', async () => {
    const secret = await app.createKey(['orders:read'])
    for (let calls = 0; calls < 12; calls += 1) {
      expect((await callAsMachine(app.origin, 'GET /api/orders', secret)).status).toBe(200)
    }
    expect(await app.stop()).toBe(0)
    const database = new DatabaseSync(app.databasePath, { readOnly: true })
    const counted = database.prepare('SELECT sum(allowed) AS allowed FROM latchkey_usage').get()
    database.close()
    expect(counted).toEqual({ allowed: 12 })
  })

  test('VF-11, OP-7: a database file that was deleted is said, and nothing is taken for written', async () => {
    const cookie = await app.signUp()
    const secret = await app.createKey(['orders:read'], cookie)
    for (const suffix of ['', '-wal', '-shm']) rmSync(app.databasePath + suffix, { force: true })

    expect((await postAs(cookie, app.origin, '/api/consumers', { name: 'Lost' })).status).toBe(503)
    const person = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' }
    expect((await postAs('', app.origin, '/api/auth/sign-up/email', person)).status).toBe(503)
    const health = await fetch(`${app.origin}/api/health`)
    expect([health.status, await health.json()]).toEqual([503, { status: 'down' }])
    expect((await fetch(`${app.origin}/api/whoami`, { headers: { Cookie: cookie } })).status).toBe(503)

    await test.step('a public page stands, whoever opens it', async () => {
      for (const headers of [{}, { Cookie: cookie }, { Authorization: `Bearer ${secret}` }]) {
        const page = await fetch(app.origin, { headers })
        expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Create an account')])
      }
    })

    await test.step('OP-1, OP-3: the log says why, one entry a line, without a key', () => {
      const entries = app
        .said()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line))
      expect(entries).toContainEqual(
        expect.objectContaining({ level: 'error', during: 'database', name: 'DatabaseLost' }),
      )
      expect(entries).toContainEqual(expect.objectContaining({ during: 'session' }))
      expect(app.said()).not.toContain(secret.split('_')[3])
    })
  })

  test('A database that somebody else has locked gives 503, to be tried again', async () => {
    const cookie = await app.signUp()
    const secret = await app.createKey(['orders:write'], cookie)
    const other = new DatabaseSync(app.databasePath)
    other.exec('BEGIN IMMEDIATE')
    const order = await callAsMachine(app.origin, 'POST /api/orders', secret)
    expect([order.status, order.code, order.headers.get('retry-after')]).toEqual([
      503,
      'store_unavailable',
      '1',
    ])
    const consumer = await postAs(cookie, app.origin, '/api/consumers', { name: 'Later' })
    expect([consumer.status, (await consumer.json()).code]).toEqual([503, 'store_unavailable'])
    other.exec('ROLLBACK')
    other.close()
    expect((await callAsMachine(app.origin, 'POST /api/orders', secret)).status).toBe(201)
  })
})

test('OP-2: an app with a token for it says how it fares, to nobody else; limits are counted on Redis', async () => {
  const token = 'for-metrics-0123456789abcdefghijklm'
  const redis = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379'
  const app = await startApp([serve], { METRICS_TOKEN: token, REDIS_URL: redis, LOG_REFUSALS: '1' })
  try {
    const secret = await app.createKey(['orders:read'])
    for (const route of ['GET /api/orders', 'POST /api/orders'] as const) {
      await callAsMachine(app.origin, route, secret)
    }
    const read = (authorization: string) =>
      fetch(`${app.origin}/api/metrics`, { headers: { Authorization: authorization } })
    expect((await read('Bearer no')).status).toBe(404)
    const text = await (await read(`Bearer ${token}`)).text()
    expect(text).toContain('latchkey_verifications_total{code="insufficient_scope"} ')
    expect(text).toContain('latchkey_management_total{operation="create",code="ok"} 1')
    expect(text).toContain('latchkey_limits_degraded 0')
    const health = await fetch(`${app.origin}/api/health`)
    expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])

    const keyId = secret.split('_')[2]
    const lines = app
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
    expect(lines).toContainEqual(expect.objectContaining({ what: 'event', type: 'created', keyId }))
    expect(lines).toContainEqual(
      expect.objectContaining({ what: 'refused', code: 'insufficient_scope', keyId }),
    )
    expect(app.said()).not.toContain(secret.split('_')[3])
  } finally {
    await app.stop()
    app.remove()
  }
})

test('OP-2: an app without a token for them has no metrics', async ({ baseURL }) => {
  expect((await fetch(`${baseURL}/api/metrics`, { headers: { Authorization: 'Bearer ' } })).status).toBe(404)
})

test('HT-21, HT-19: an app that people open with https tells their browsers to stay with it', async () => {
  const app = await startApp([serve], { APP_ORIGIN: 'https://app.example.com' })
  try {
    for (const path of ['/', '/api/health', '/api/orders']) {
      const { headers } = await fetch(app.origin + path)
      expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000')
    }

    await test.step('HT-19: an API request that came in the clear is refused, not redirected', async () => {
      const ask = (path: string, transport: string) =>
        fetch(app.origin + path, { headers: { 'X-Forwarded-Proto': transport }, redirect: 'manual' })
      expect((await ask('/api/health', 'http')).status).toBe(403)
      expect((await ask('/api/orders', 'http')).status).toBe(403)
      expect((await ask('/api/health', 'https')).status).toBe(200)
      expect((await ask('/', 'http')).status).toBe(200)
    })
  } finally {
    await app.stop()
    app.remove()
  }
})

test('OP-5: reports of leaked keys are taken where that was asked for, by anybody and only what is signed', async () => {
  const [closed, open] = [
    await startApp([serve]),
    await startApp([serve], { LEAK_REPORTS: 'by_environment' }),
  ]
  try {
    const send = async (app: RunningApp, init: RequestInit) => {
      const answer = await fetch(`${app.origin}/api/leaks`, init)
      return [answer.status, answer.headers.get('Allow'), answer.headers.get('Content-Type')]
    }
    const unsigned = { method: 'POST', body: '[]' }
    const problem = 'application/problem+json'
    expect(await send(closed, unsigned)).toEqual([404, null, problem])
    expect(await send(open, unsigned)).toEqual([403, null, problem])
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
      expect(await send(open, { method })).toEqual([405, 'POST', problem])
    }
  } finally {
    for (const app of [closed, open]) {
      await app.stop()
      app.remove()
    }
  }
})
