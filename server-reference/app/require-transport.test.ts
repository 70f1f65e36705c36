import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { requireTransport } from './require-transport.ts'

test.each([
  ['https://app.example.com', 'max-age=31536000'],
  ['http://localhost:3000', undefined],
])('HT-21: people who open %s are bound to https: %s', (origin, header) => {
  const response = new ServerResponse(new IncomingMessage(new Socket()))
  requireTransport(response, origin)
  expect(response.getHeader('Strict-Transport-Security')).toBe(header)
})
