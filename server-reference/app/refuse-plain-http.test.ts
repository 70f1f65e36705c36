import { expect, test } from 'vitest'
import { refusePlainHttp } from './refuse-plain-http.ts'

const secure = 'https://app.example.com'

const ask = (path: string, transport: string | null, origin = secure) =>
  refusePlainHttp(
    new Request(`http://10.0.0.7:3000${path}`, {
      headers: transport === null ? {} : { 'X-Forwarded-Proto': transport },
    }),
    origin,
  )

test('HT-19: an API request that came in the clear is refused, and led nowhere', async () => {
  for (const transport of ['http', 'HTTP', 'http, https']) {
    expect(ask('/oauth/token', transport)?.status, transport).toBe(403)
    const refusal = ask('/api/orders', transport)
    expect(refusal?.status, transport).toBe(403)
    expect(refusal?.headers.get('Location')).toBeNull()
    expect(await refusal?.json()).toMatchObject({
      code: 'forbidden',
      detail: expect.stringContaining('https'),
    })
  }
})

test('Whatever came with TLS passes, whichever way it takes behind the edge', () => {
  expect(ask('/api/orders', 'https')).toBeNull()
  expect(ask('/api/orders', 'https, http')).toBeNull()
  expect(ask('/api/orders', null)).toBeNull()
})

test('Pages stay, for browsers know better by themselves; so does an app that has no TLS', () => {
  expect(ask('/settings', 'http')).toBeNull()
  expect(ask('/api/orders', 'http', 'http://localhost:3000')).toBeNull()
})
