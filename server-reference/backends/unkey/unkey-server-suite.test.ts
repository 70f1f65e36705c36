import { createHandler, refusalResponse } from '../../http/index.js'
import { describeServer, type PersonName, type Scope } from '../../http/server.conformance.js'
import { unkeyKeys } from './unkey-keys.js'
import { startUnkey } from './unkey-server.conformance.js'

describeServer('createHandler over Unkey', async () => {
  const unkey = await startUnkey(Date.now)
  const service = unkeyKeys({
    rootKey: unkey.rootKey,
    apiId: unkey.apiId,
    baseUrl: unkey.baseUrl,
    session: ({ headers }) => {
      const name = headers.get('Cookie')?.match(/^person=(\w+)$/)?.[1]
      return name ? { id: name, name, sessionId: null } : null
    },
    policy: { maxKeys: 20 },
    // These cases are about answers, also on a machine that has other things to do.
    timeoutMs: 10_000,
    scopes: [
      { name: 'orders:read', description: 'Read orders' },
      { name: 'orders:write', description: 'Change orders' },
    ],
  })
  const handle = createHandler(service)
  return {
    baseUrl: 'https://app.example.com/api/keys',
    operations: ['list', 'create', 'get', 'update', 'rotate', 'revoke', 'scopes', 'capabilities'],
    makesOwnKeys: false,
    as: (person: PersonName | null) => async (input, init) => {
      const request = new Request(input, init)
      if (person) request.headers.set('Cookie', `person=${person}`)
      return handle(request)
    },
    verify: async (secret: string, requiredScopes: readonly Scope[] = []) => {
      const headers = new Headers({ Authorization: `Bearer ${secret}` })
      const verification = await service.verify({ headers, requiredScopes, address: null })
      return verification.ok ? Response.json({}) : refusalResponse(verification, service)
    },
    close: unkey.close,
  }
})
