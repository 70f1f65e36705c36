import express from 'express'
import { createKeyAuth, toExpress } from 'latchkey/express'
import { createHandler, type Latchkey } from 'latchkey/server'

export function createExpressApp(latchkey: Latchkey) {
  const keyAuth = createKeyAuth(latchkey)
  const app = express()
  app.use('/api/keys', toExpress(createHandler(latchkey)))
  app.get('/api/orders', keyAuth({ scopes: ['orders:read'] }), (_request, response) => {
    const { consumerId } = response.locals.auth
    response.json({ orders: [], consumerId })
  })
  return app
}
