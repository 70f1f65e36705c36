import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLatchkey } from '../../core/create-latchkey.js'
import type { Latchkey } from '../../core/latchkey.js'
import { createHandler } from '../../http/index.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'

const database = newTestDatabase()
const nul = '\u0000'
let latchkey: Latchkey
let handle: (request: Request) => Promise<Response>

beforeAll(async () => {
  latchkey = createLatchkey({
    store: postgresStore({ url: await database.newUrl(), timeoutMs: 5_000 }),
    session: () => ({ id: 'ada', sessionId: null }),
    authorize: () => true,
    limits: { limiter: memoryRateLimits() },
  })
  handle = createHandler(latchkey)
})
afterAll(() => latchkey.close())

function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  return handle(
    new Request(`https://app.example.com/api/keys${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
}

/** base64url of what a cursor is made of. */
const cursorOf = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

describe('bytes that PostgreSQL cannot hold (fault 7)', () => {
  it.each<[string, () => Promise<Response>]>([
    ['a name', () => ask('POST', '', { name: `a${nul}` })],
    ['a description', () => ask('POST', '', { name: 'a', description: nul })],
    ['a consumer in a body', () => ask('POST', '', { name: 'a', consumerId: `a${nul}` })],
    ['a scope', () => ask('POST', '', { name: 'a', scopes: [nul] })],
    ['a consumer in an address', () => ask('GET', '?consumerId=%00')],
    ['a search', () => ask('GET', '?search=%00')],
    ['a cursor', () => ask('GET', `?cursor=${cursorOf('-createdAt', 'next', 1, nul)}`)],
    ['a cursor by name', () => ask('GET', `?sort=name&cursor=${cursorOf('name', 'next', nul, 'a')}`)],
    ['an id', () => ask('GET', '/a%00')],
    ['a reason', () => ask('POST', '/Unknown000000000/revoke', { reason: nul })],
    ['ids of a bulk action', () => ask('POST', '/bulk', { action: 'revoke', ids: [nul] })],
    ['ids of usage', () => ask('GET', '/usage?ids=%00')],
  ])('in %s are refused before they reach it', async (_, request) => {
    const response = await request()
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
  })
})
