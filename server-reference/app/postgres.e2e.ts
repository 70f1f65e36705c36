import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { createTestDatabase, type TestDatabase } from '../stores/postgres/test-database.conformance.ts'
import { callAsMachine } from './testing/machine.ts'
import { postAs, type RunningApp, startApp } from './testing/running-app.ts'

const root = join(import.meta.dirname, '../..')
const serve = join(root, 'server-reference/serve.ts')
const next = [join(root, 'node_modules/next/dist/bin/next'), 'start', join(root, 'server-reference')]

test.describe('Two instances on one PostgreSQL', () => {
  let database: TestDatabase
  let here: RunningApp
  let there: RunningApp

  test.beforeAll(async () => {
    database = await createTestDatabase()
    const secret = () => randomBytes(32).toString('hex')
    const secrets = { LATCHKEY_PEPPER: secret(), BETTER_AUTH_SECRET: secret() }
    const variables = { DATABASE_URL: database.url, ...secrets, NEXT_MANUAL_SIG_HANDLE: '1' }
    // The first builds what is stale; both migrate at once.
    here = await startApp([serve], variables)
    there = await startApp(next, variables)
  })

  test.afterAll(async () => {
    await Promise.all([here?.stop(), there?.stop()])
    here?.remove()
    there?.remove()
    await database?.drop()
  })

  test('A person who signs up on one is known on the other, and so is their key', async () => {
    const cookie = await here.signUp()
    const whoami = await fetch(`${there.origin}/api/whoami`, { headers: { Cookie: cookie } })
    expect([whoami.status, (await whoami.json()).userId]).toEqual([200, expect.any(String)])
    const secret = await here.createKey(['orders:read', 'orders:write'], cookie)
    for (const app of [here, there]) {
      expect((await callAsMachine(app.origin, 'GET /api/orders', secret)).status).toBe(200)
      expect((await callAsMachine(app.origin, 'POST /api/orders', secret)).status).toBe(201)
      expect((await fetch(`${app.origin}/api/health`)).status).toBe(200)
    }
    const orders = await callAsMachine(there.origin, 'GET /api/orders', secret)
    expect(orders.body).toMatchObject({ orders: { length: 5 } })
  })

  test('VF-6: a key that is revoked on one is refused on the other within a second, each time', async () => {
    const cookie = await here.signUp()
    const open = async (secret: string) =>
      (await callAsMachine(there.origin, 'GET /api/orders', secret)).status
    const slowestMs = { value: 0 }
    for (let round = 0; round < 50; round += 1) {
      const secret = await here.createKey(['orders:read'], cookie)
      expect(await open(secret)).toBe(200)
      const id = secret.split('_')[2]
      const revoked = await postAs(cookie, here.origin, `/api/keys/${id}/revoke`, {})
      expect(revoked.status).toBe(200)
      const revokedAt = performance.now()
      await expect.poll(() => open(secret), { timeout: 1_000, intervals: [1] }).toBe(401)
      slowestMs.value = Math.max(slowestMs.value, performance.now() - revokedAt)
    }
    expect(slowestMs.value).toBeLessThan(1_000)
  })
})
