import type { KeyService } from '../core/latchkey.js'
import { createHandler, type HandlerOptions } from '../http/index.js'

type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'

/**
 * The management operations for `app/api/keys/[[...path]]/route.ts`. Every method leads to the handler, so that
 * it answers a wrong one itself: Next's own 405 has no `Allow` (RFC 9110 §15.5.6).
 */
export function routeHandlers(
  latchkey: KeyService,
  options?: HandlerOptions,
): Record<Method, (request: Request) => Promise<Response>> {
  const handle = createHandler(latchkey, options)
  return {
    GET: handle,
    HEAD: handle,
    POST: handle,
    PUT: handle,
    PATCH: handle,
    DELETE: handle,
    OPTIONS: handle,
  }
}
