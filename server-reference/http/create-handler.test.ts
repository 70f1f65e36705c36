import { createLatchkey } from '../core/create-latchkey.js'
import type { RateLimiter } from '../core/rate-limiter.js'
import { memoryStore } from '../stores/memory/index.js'
import { createHandler } from './create-handler.js'
import { refusalResponse } from './refusal-response.js'
import { describeServer, type PersonName, type Scope, type ServerUnderTest } from './server.conformance.js'

describeServer('createHandler over the memory store', () => openServer())

function openServer(): ServerUnderTest {
  const latchkey = createLatchkey({
    store: memoryStore(),
    session: ({ headers }) => {
      const name = headers.get('Cookie')?.match(/^person=(\w+)$/)?.[1]
      return name ? { id: name, name, sessionId: null } : null
    },
    limits: { limiter: unlimited },
    policy: { maxKeys: 20 },
    scopes: [
      { name: 'orders:read', description: 'Read orders' },
      { name: 'orders:write', description: 'Change orders' },
    ],
  })
  const handle = createHandler(latchkey)
  return {
    baseUrl: 'https://app.example.com/api/keys',
    as: (person: PersonName | null) => async (input, init) => {
      const request = new Request(input, init)
      if (person) request.headers.set('Cookie', `person=${person}`)
      return handle(request)
    },
    verify: async (secret: string, requiredScopes: readonly Scope[] = []) => {
      const headers = new Headers({ Authorization: `Bearer ${secret}` })
      const verification = await latchkey.verify({ headers, requiredScopes, address: null })
      return verification.ok ? Response.json({}) : refusalResponse(verification, latchkey)
    },
    close: () => latchkey.close(),
  }
}

const free = { allowed: true, remaining: 1, resetSeconds: 0, retryAfterSeconds: 0 }
const unlimited: RateLimiter = { consume: async () => free, peek: async () => free }
