import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { sharedRedisUrl } from '../limits/redis/redis-server.conformance.ts'
import { createTestDatabase, type TestDatabase } from '../stores/postgres/test-database.conformance.ts'
import { keepBusy } from './testing/keep-busy.ts'
import { callAsMachine } from './testing/machine.ts'
import { postAs, type RunningApp, startApp } from './testing/running-app.ts'

const root = join(import.meta.dirname, '../..')
const serve = join(root, 'server-reference/serve.ts')
const next = [join(root, 'node_modules/next/dist/bin/next'), 'start', join(root, 'server-reference')]

test.describe('Two instances on one PostgreSQL and one Redis', () => {
  let database: TestDatabase
  let here: RunningApp
  let there: RunningApp
  let variables: Record<string, string>

  test.beforeAll(async () => {
    database = await createTestDatabase()
    const secret = () => randomBytes(32).toString('hex')
    const secrets = { LATCHKEY_PEPPER: secret(), BETTER_AUTH_SECRET: secret() }
    variables = {
      DATABASE_URL: database.url,
      REDIS_URL: sharedRedisUrl,
      NEXT_MANUAL_SIG_HANDLE: '1',
      ...secrets,
    }
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

  test('VF-6: a key that is revoked on one is refused on the other, each time, under load', async () => {
    test.setTimeout(240_000)
    const cookie = await here.signUp()
    const ask = async (app: RunningApp, secret: string) =>
      (await callAsMachine(app.origin, 'GET /api/orders', secret)).status
    const lasting = await Promise.all(
      Array.from({ length: 40 }, () => here.createKey(['orders:read'], cookie)),
    )
    const load = keepBusy(4, async (turn) => {
      // So few of each key that no limit is met.
      const secret = lasting[turn % lasting.length] ?? ''
      return ask(turn % 2 ? here : there, secret)
    })
    const slowest = { ms: 0 }
    for (let round = 0; round < 50; round += 1) {
      const secret = await here.createKey(['orders:read'], cookie)
      expect(await ask(there, secret)).toBe(200)
      const revoked = await postAs(cookie, here.origin, `/api/keys/${secret.split('_')[2]}/revoke`, {})
      expect(revoked.status).toBe(200)
      const revokedAt = performance.now()
      await expect.poll(() => ask(there, secret), { timeout: 60_000, intervals: [1] }).toBe(401)
      slowest.ms = Math.max(slowest.ms, performance.now() - revokedAt)
    }
    const answers = await load.stop()
    expect(new Set(answers)).toEqual(new Set([200]))
    process.stdout.write(`Refused on the other after ${Math.round(slowest.ms)} ms at most.\n`)
  })

  test('A limit is one for both, exactly, however many ask at once', async () => {
    for (const limit of [1, 20, 50]) {
      const secret = await here.createKey(['orders:read'], undefined, {
        rateLimit: { limit, windowSeconds: 86_400 },
      })
      const answers = await Promise.all(
        Array.from({ length: 120 }, async (_, turn) => {
          const app = turn % 2 ? here : there
          return (await callAsMachine(app.origin, 'GET /api/orders', secret)).status
        }),
      )
      expect(answers.filter((status) => status === 200)).toHaveLength(limit)
      expect(answers.filter((status) => status === 429)).toHaveLength(120 - limit)
    }
  })

  test('VF-14: usage is written when one is asked to end, and only what is newest is lost when it is killed', async () => {
    const cookie = await here.signUp()
    const secret = await here.createKey(['orders:read'], cookie)
    const id = String(secret.split('_')[2])
    const use = async (app: RunningApp, times: number) => {
      for (let turn = 0; turn < times; turn += 1) {
        expect((await callAsMachine(app.origin, 'GET /api/orders', secret)).status).toBe(200)
      }
    }
    const counted = async () => {
      const answer = await fetch(`${here.origin}/api/keys/usage?ids=${id}`, { headers: { Cookie: cookie } })
      const usage: { series: Record<string, { allowed: number }[]> } = await answer.json()
      return (usage.series[id] ?? []).reduce((sum, { allowed }) => sum + allowed, 0)
    }
    const asked = await startApp(next, variables)
    await use(asked, 20)
    expect(await asked.stop()).toBe(0)
    expect(await counted()).toBe(20)

    const killed = await startApp(next, variables)
    await use(killed, 20)
    await expect.poll(counted, { timeout: 20_000 }).toBe(40)
    await use(killed, 5)
    await killed.kill()
    const left = await counted()
    expect(left).toBeGreaterThanOrEqual(40)
    expect(left).toBeLessThanOrEqual(45)
    for (const app of [asked, killed]) app.remove()
  })
})
