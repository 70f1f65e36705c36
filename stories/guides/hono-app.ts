import { Hono } from 'hono'
import { createKeyAuth } from 'latchkey/hono'
import { createHandler, type Latchkey } from 'latchkey/server'

export function createHonoApp(latchkey: Latchkey) {
  const keyAuth = createKeyAuth(latchkey)
  const manageKeys = createHandler(latchkey)
  return new Hono()
    .all('/api/keys/*', (c) => manageKeys(c.req.raw))
    .get('/api/orders', keyAuth({ scopes: ['orders:read'] }), (c) => {
      const { consumerId } = c.var.auth
      return c.json({ orders: [], consumerId })
    })
}
