import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ApiKeyStore } from '../core/api-key-store.js'
import { createLatchkey } from '../core/create-latchkey.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { newTestDatabase } from '../stores/postgres/database.conformance.js'
import { postgresStore } from '../stores/postgres/index.js'
import { sqliteStore } from '../stores/sqlite/index.js'
import { createHandler } from './create-handler.js'
import { refusalResponse } from './refusal-response.js'
import { describeServer, type PersonName, type Scope, type ServerUnderTest } from './server.conformance.js'

describeServer('createHandler over the memory store', () => openServer(memoryStore()))

describeServer('createHandler over SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-http-'))
  const server = openServer(sqliteStore({ path: join(folder, 'keys.db') }))
  return {
    ...server,
    close: async () => {
      await server.close?.()
      rmSync(folder, { recursive: true })
    },
  }
})

const database = newTestDatabase()
describeServer('createHandler over PostgreSQL', async () => {
  return openServer(postgresStore({ url: await database.newUrl(), timeoutMs: 5_000 }))
})

function openServer(store: ApiKeyStore): ServerUnderTest {
  const latchkey = createLatchkey({
    store,
    session: ({ headers }) => {
      const name = headers.get('Cookie')?.match(/^person=(\w+)$/)?.[1]
      return name ? { id: name, name, sessionId: null } : null
    },
    limits: { limiter: memoryRateLimits() },
    policy: { maxKeys: 20 },
    // These cases are about answers, also on a machine that has other things to do.
    storeTimeoutMs: 10_000,
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
