import { type Context, Hono } from 'hono'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createTestBench } from '../core/test-bench.conformance.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { createKeyAuth, type KeyAuthVariables, type MachineIdentity } from './hono.js'
import { describeKeyAuth } from './key-auth.conformance.js'
import { listen } from './listen.conformance.js'
import { serveFetch } from './serve-fetch.conformance.js'

describeKeyAuth('Hono', async (latchkey, { trustedProxies, onHandled }) => {
  const keyAuth = createKeyAuth(latchkey, { trustedProxies })
  const describeCaller = (c: Context<{ Variables: KeyAuthVariables }>) => {
    onHandled()
    const { has, ...auth } = c.var.auth
    return c.json({
      ...auth,
      mayRead: has({ scope: 'orders:read' }),
      mayWrite: has({ scope: 'orders:write' }),
    })
  }
  const app = new Hono<{ Variables: KeyAuthVariables }>()
  app.on(['GET', 'POST'], '/orders', keyAuth({ scopes: ['orders:read'] }), describeCaller)
  app.use('/any', keyAuth())
  app.all('/any', keyAuth({ scopes: ['orders:read'] }), describeCaller)
  app.get('/cached', keyAuth(), (c) =>
    c.text('x', 200, { 'Cache-Control': 'public, max-age=60', Vary: 'Accept' }),
  )
  app.get('/elsewhere', keyAuth(), () => Response.redirect('https://app.test/'))
  app.get('/fails', keyAuth(), () => {
    throw new Error('a bug')
  })
  app.onError((_error, c) => c.text('failed', 500))
  return listen(serveFetch((request, bindings) => app.fetch(request, bindings)))
})

describe('createKeyAuth of Hono', () => {
  it('Types what the handler finds, beside the middleware', () => {
    const { latchkey } = open()
    new Hono().get('/orders/:id', createKeyAuth(latchkey)(), (c) => {
      expectTypeOf(c.var.auth).toEqualTypeOf<MachineIdentity>()
      expectTypeOf(c.req.param('id')).toEqualTypeOf<string>()
      return c.text(c.var.auth.keyId)
    })
  })

  it('Knows no address where the runtime tells none, and refuses keys with a list of them', async () => {
    const { latchkey, issue } = open()
    const { secret } = await issue({ name: 'listed', ipAllowlist: ['203.0.113.7'] })
    const ask = async (keyAuth: ReturnType<typeof createKeyAuth>) => {
      const app = new Hono().get('/', keyAuth(), (c) => c.text('in'))
      return (await app.request('/', { headers: { Authorization: `Bearer ${secret}` } })).status
    }
    expect(await ask(createKeyAuth(latchkey))).toBe(403)
    const getConnInfo = () => ({ remote: { address: '203.0.113.7' } })
    expect(await ask(createKeyAuth(latchkey, { getConnInfo }))).toBe(200)
  })
})

function open() {
  return createTestBench({ store: memoryStore(), limits: { limiter: memoryRateLimits() } })
}
