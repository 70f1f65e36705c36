import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  createMockBackend,
  createMockHandlers,
  mockNow,
  mockUrl,
  registerBackend,
  seeds,
  unregisterBackend,
} from './index.js'

const origin = 'http://story.test'
const server = setupServer(...createMockHandlers())

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  for (const id of ['one', 'two / three']) unregisterBackend(id)
})
afterAll(() => server.close())

const total = async (baseUrl: string) => {
  const answer: unknown = await (await fetch(`${origin}${baseUrl}`)).json()
  return answer
}

describe('One set of handlers', () => {
  it('Leads each address to the backend that was registered for it', async () => {
    const one = registerBackend('one', createMockBackend({ seed: seeds.one, now: mockNow }))
    const other = registerBackend('two / three', createMockBackend({ seed: seeds.many(3), now: mockNow }))
    expect(await total(one)).toMatchObject({ page: { total: 1 } })
    expect(await total(other)).toMatchObject({ page: { total: 3 } })
  })

  it('Carries a whole life: created through one address, used and refused through the other', async () => {
    const baseUrl = registerBackend('one', createMockBackend({ now: mockNow }))
    const send = (path: string, body: unknown) =>
      fetch(`${origin}${baseUrl}${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      })
    const created = await send('', { name: 'life', scopes: ['orders:read'] })
    expect(created.status).toBe(201)
    const { key, secret } = (await created.json()) as {
      key: { id: string; consumerId: string }
      secret: string
    }
    const orders = () =>
      fetch(`${origin}${mockUrl('one', '/api/orders')}`, { headers: { Authorization: `Bearer ${secret}` } })
    expect(await (await orders()).json()).toMatchObject({ consumerId: key.consumerId })
    expect((await send(`/${key.id}/revoke`, {})).status).toBe(200)
    expect((await orders()).status).toBe(401)
  })

  it('Passes a missing network on as one', async () => {
    const baseUrl = registerBackend('one', createMockBackend({ faults: { unreachable: true } }))
    await expect(fetch(`${origin}${baseUrl}`)).rejects.toBeInstanceOf(TypeError)
  })

  it.each(['/__latchkey/nobody/api/keys', '/__latchkey/', '/__latchkey'])(
    'Says clearly that nothing is registered at %s',
    async (path) => {
      const response = await fetch(`${origin}${path}`)
      expect(response.status).toBe(500)
      expect(await response.json()).toMatchObject({ detail: expect.stringContaining('registerBackend') })
    },
  )

  it('Says that a registered backend has nothing elsewhere', async () => {
    registerBackend('one', createMockBackend())
    expect((await fetch(`${origin}${mockUrl('one', '/api/nothing')}`)).status).toBe(404)
  })
})
