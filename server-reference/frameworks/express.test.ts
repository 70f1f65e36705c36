import { request as sendRequest } from 'node:http'
import express, { type Request, type Response } from 'express'
import { afterEach, describe, expect, expectTypeOf, it } from 'vitest'
import { createLatchkey } from '../core/create-latchkey.js'
import { createTestBench } from '../core/test-bench.conformance.js'
import { createHandler } from '../http/index.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { createKeyAuth, type KeyAuthLocals, type MachineIdentity, toExpress } from './express.js'
import { describeKeyAuth, type ListeningApp } from './key-auth.conformance.js'
import { listen } from './listen.conformance.js'

describeKeyAuth('Express', async (latchkey, { trustedProxies, onHandled }) => {
  const keyAuth = createKeyAuth(latchkey, { trustedProxies })
  const describeCaller = (_request: Request, response: Response<unknown, KeyAuthLocals>) => {
    onHandled()
    const { has, ...auth } = response.locals.auth
    response.json({
      ...auth,
      mayRead: has({ scope: 'orders:read' }),
      mayWrite: has({ scope: 'orders:write' }),
    })
  }
  const app = express()
  app.set('trust proxy', true)
  app.get('/orders', keyAuth({ scopes: ['orders:read'] }), describeCaller)
  app.post('/orders', keyAuth({ scopes: ['orders:read'] }), describeCaller)
  app.use('/any', keyAuth())
  app.all('/any', keyAuth({ scopes: ['orders:read'] }), describeCaller)
  app.get('/cached', keyAuth(), (_request, response) => {
    response.writeHead(200, { 'Cache-Control': 'public, max-age=60', Vary: 'Accept' }).end('x')
  })
  app.get('/elsewhere', keyAuth(), (_request, response) => response.redirect('https://app.test/'))
  app.get('/fails', keyAuth(), () => {
    throw new Error('a bug')
  })
  app.use((_error: unknown, _request: Request, response: Response, _next: () => void) => {
    response.status(500).send('failed')
  })
  return listen(app)
})

describe('createKeyAuth of Express', () => {
  it('Types what the handler finds, and leaves the rest as it is', () => {
    const { latchkey } = open()
    express().get('/orders/:id', createKeyAuth(latchkey)(), (request, response) => {
      expectTypeOf(response.locals.auth).toEqualTypeOf<MachineIdentity>()
      expectTypeOf(request.params.id).toEqualTypeOf<string>()
      response.send(response.locals.auth.keyId)
    })
  })

  it.each([
    ['a list', ['Cache-Control', 'public', 'Set-Cookie', 'a=1', 'Set-Cookie', 'b=2']],
    ['an object', { 'Cache-Control': 'public', 'Set-Cookie': ['a=1', 'b=2'] }],
  ])('Keeps every header that a handler writes as %s', async (_, headers) => {
    const { latchkey, issue } = open()
    const { secret } = await issue()
    const app = express().get('/', createKeyAuth(latchkey)(), (_request, response) => {
      response.setHeader('X-Before', '1')
      response.writeHead(201, 'Made', headers).end('x')
    })
    const answer = await fetchFrom(app, '/', { headers: { Authorization: `Bearer ${secret}` } })
    expect([answer.status, answer.statusText, answer.headers.get('X-Before')]).toEqual([201, 'Made', '1'])
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
    expect(answer.headers.get('Cache-Control')).toBe('private')
  })
})

it('loses no header that a handler gives where another would give a reason', async () => {
  const { latchkey, issue } = open()
  const { secret } = await issue()
  const app = express().use(createKeyAuth(latchkey)(), (_request, response) => {
    response.writeHead(200, undefined, { 'X-Own': '1' }).end('x')
  })
  const answer = await fetchFrom(app, '/', { headers: { Authorization: `Bearer ${secret}` } })
  expect(answer.headers.get('X-Own')).toBe('1')
})

describe('toExpress', () => {
  it('Mounts the management of keys, wherever it stands', async () => {
    const { latchkey } = openForAda()
    const app = express().use('/api/keys', toExpress(createHandler(latchkey)))
    const origin = await serve(app)
    const created = await fetch(`${origin}/api/keys`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: origin },
      body: JSON.stringify({ name: 'ci' }),
    })
    expect(created.status).toBe(201)
    const { key } = (await created.json()) as { key: { id: string } }
    const read = await fetch(`${origin}/api/keys/${key.id}`)
    expect([read.status, read.headers.get('ETag')]).toEqual([200, '"1"'])
    expect((await fetch(`${origin}/api/keys/nothing/at/all`)).status).toBe(404)
  })

  it('HT-17: stops reading at the handler’s limit, and the refusal still arrives', async () => {
    const { latchkey } = openForAda()
    const origin = await serve(express().use(toExpress(createHandler(latchkey))))
    const chunk = Buffer.alloc(8 * 1024, ' ')
    const status = await new Promise((resolve, reject) => {
      const sent = sendRequest(
        `${origin}/api/keys`,
        { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: origin }, agent: false },
        (response) => resolve(response.resume().statusCode),
      )
      sent.on('error', reject)
      for (let times = 0; times < 8; times += 1) sent.write(chunk)
      sent.end()
    })
    expect(status).toBe(413)
  })

  it('Tells that a parser came first, instead of refusing every write', async () => {
    const errors: unknown[] = []
    const app = express()
      .use(express.json())
      .use(toExpress(() => Promise.reject(new Error('never asked'))))
      .use((error: unknown, _request: Request, response: Response, _next: () => void) => {
        errors.push(error)
        response.sendStatus(500)
      })
    await fetchFrom(app, '/', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' })
    expect(String(errors[0])).toContain('Mount it before express.json()')
  })

  it.each([
    ['Host', '127.0.0.1/api/keys?'],
    ['Host', '127.0.0.1?'],
    ['Host', '127.0.0.1#'],
    ['Host', 'somebody@127.0.0.1'],
    ['X-Forwarded-Proto', 'http://127.0.0.1/api/keys?'],
  ])('Hands on the path that the app saw, and no other, whatever %s says: %s', async (name, value) => {
    const paths: string[] = []
    const note = async (request: globalThis.Request) => {
      paths.push(new URL(request.url).pathname)
      return new Response('in')
    }
    const app = express().set('trust proxy', true).use(toExpress(note))
    const origin = await serve(app)
    await new Promise((resolve, reject) => {
      sendRequest(`${origin}/other`, { headers: { [name]: value }, agent: false }, (response) =>
        response.resume().on('end', resolve),
      )
        .on('error', reject)
        .end()
    })
    expect(paths.filter((path) => path !== '/other')).toEqual([])
  })

  it.each(['*', 'x'])('Refuses what is no path: %s', async (path) => {
    const port = Number(new URL(await serve(express().use(toExpress(async () => new Response('in'))))).port)
    const status = await new Promise((resolve, reject) => {
      const sent = sendRequest(
        { host: '127.0.0.1', port, path: '/', method: 'OPTIONS', agent: false },
        (response) => resolve(response.resume().statusCode),
      )
      sent.path = path
      sent.on('error', reject)
      sent.end()
    })
    expect(status).toBe(400)
  })
})

const apps: ListeningApp[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

async function serve(app: express.Express): Promise<string> {
  const listening = await listen(app)
  apps.push(listening)
  return `http://127.0.0.1:${listening.port}`
}

async function fetchFrom(app: express.Express, path: string, init: RequestInit) {
  return fetch(`${await serve(app)}${path}`, init)
}

function open() {
  return createTestBench({ store: memoryStore(), limits: { limiter: memoryRateLimits() } })
}

/** With Ada at the screen of each request. */
function openForAda() {
  const session = () => ({ id: 'ada', sessionId: 's1' })
  return {
    latchkey: createLatchkey({ store: memoryStore(), limits: { limiter: memoryRateLimits() }, session }),
  }
}
