import { problemResponse } from 'latchkey/server'

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * For the methods that a route lacks: Next's own 405 has no `Allow` (RFC 9110 §15.5.6). HEAD and OPTIONS are
 * Next's, wherever there is a GET.
 *
 * @param allowed what the route answers beside GET, HEAD and OPTIONS
 */
export function refuseOtherMethods(...allowed: 'POST'[]): Record<Method, () => Response> {
  const headers = { Allow: ['GET', 'HEAD', 'OPTIONS', ...allowed].join(', ') }
  const refuse = () => problemResponse('method_not_allowed', { headers })
  return { POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse }
}
