import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { requireTransport } from './require-transport.ts'

const secure = 'https://app.example.com'

test.each([
  [secure, 'max-age=31536000'],
  ['http://localhost:3000', undefined],
])('HT-21: people who open %s are bound to https: %s', (origin, header) => {
  const { request, response } = exchange()
  requireTransport(request, response, origin)
  expect(response.getHeader('Strict-Transport-Security')).toBe(header)
})

test.each([
  [secure, undefined, 'https'],
  [secure, 'http', 'http'],
  ['http://localhost:3000', undefined, undefined],
])(
  'HT-19: with %s, what the edge says of the transport (%s) is kept, and silence is no plain request',
  (origin, sent, kept) => {
    const { request, response } = exchange()
    if (sent) request.headers['x-forwarded-proto'] = sent
    requireTransport(request, response, origin)
    expect(request.headers['x-forwarded-proto']).toBe(kept)
  },
)

function exchange() {
  const request = new IncomingMessage(new Socket())
  return { request, response: new ServerResponse(request) }
}
