import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLatchkey } from 'latchkey/server'
import { memoryStore } from 'latchkey/stores/memory'
import { afterEach, describe, expect, test } from 'vitest'
import { createExpressApp } from './express-app.ts'
import { createHonoApp } from './hono-app.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

/** Only the sign-in of an app: it believes a header. */
const latchkey = () =>
  createLatchkey({
    store: memoryStore(),
    session: ({ headers }) => (headers.has('X-Person') ? { id: 'ada', sessionId: null } : null),
    scopes: [{ name: 'orders:read', description: 'Read orders' }],
  })

describe('The apps of the guide', () => {
  test('Express makes a key, opens a route with it, and closes it when it is revoked', async () => {
    const server = createServer(createExpressApp(latchkey()))
    servers.push(server)
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    await expectLifeOfAKey(`http://127.0.0.1:${port}`, fetch)
  })

  test('Hono makes a key, opens a route with it, and closes it when it is revoked', async () => {
    const app = createHonoApp(latchkey())
    await expectLifeOfAKey('http://app.test', async (input, init) => app.request(String(input), init))
  })
})

async function expectLifeOfAKey(origin: string, ask: typeof fetch): Promise<void> {
  const write = (path: string, body: unknown) =>
    ask(`${origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin, 'X-Person': 'ada' },
      body: JSON.stringify(body),
    })
  const created = await write('/api/keys', { name: 'ci', scopes: ['orders:read'] })
  expect(created.status).toBe(201)
  const { key, secret } = (await created.json()) as { key: { id: string }; secret: string }
  const headers = { Authorization: `Bearer ${secret}` }

  expect((await ask(`${origin}/api/orders`)).status).toBe(401)
  const answered = await ask(`${origin}/api/orders`, { headers })
  expect(await answered.json()).toEqual({ orders: [], consumerId: 'ada' })
  expect((await write(`/api/keys/${key.id}/revoke`, {})).status).toBe(200)
  expect((await ask(`${origin}/api/orders`, { headers })).status).toBe(401)
}
