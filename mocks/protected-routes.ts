import type { Latchkey, VerifiedKey } from '../server-reference/core/latchkey.js'
import { dataResponse, problemResponse, refusalResponse } from '../server-reference/http/index.js'

interface ProtectedRoute {
  requiredScopes: readonly string[]
  answer(key: VerifiedKey): unknown
}

const order = { id: 'ord_1', customer: 'Northwind Coffee', totalCents: 12_450, status: 'open' }

/** The product behind the keys: what a machine calls with the key that it was given. */
const routes: Readonly<Record<string, Readonly<Record<string, ProtectedRoute>>>> = {
  '/api/orders': {
    GET: {
      requiredScopes: ['orders:read'],
      answer: ({ consumerId }) => ({ consumerId, orders: [order] }),
    },
    POST: {
      requiredScopes: ['orders:write'],
      answer: ({ consumerId }) => ({ consumerId, order }),
    },
  },
  '/api/whoami': {
    GET: {
      requiredScopes: [],
      answer: ({ id, consumerId, environment, scopes }) => ({ consumerId, keyId: id, environment, scopes }),
    },
  },
}

/** null: no route has this path. */
export async function answerProtectedRoute(
  latchkey: Latchkey,
  request: Request,
  address: string | null,
): Promise<Response | null> {
  const methods = routes[new URL(request.url).pathname]
  if (!methods) return null
  const route = methods[request.method]
  if (!route) {
    return problemResponse('method_not_allowed', { headers: { Allow: Object.keys(methods).join(', ') } })
  }
  const { requiredScopes } = route
  const verification = await latchkey.verify({ headers: request.headers, requiredScopes, address })
  if (!verification.ok) return refusalResponse(verification, latchkey)
  const answer = Response.json(route.answer(verification.key), {
    status: request.method === 'POST' ? 201 : 200,
    headers: { 'Cache-Control': 'no-store' },
  })
  return dataResponse(answer, latchkey, verification.rate)
}
