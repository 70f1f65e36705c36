import type { IncomingMessage } from 'node:http'
import type { CallerAddress } from 'latchkey/server'

/** Where the app finds the caller's address; only `writeClientAddress` ever sets it. */
const header = 'x-forwarded-for'

/** For `createAuth`, `authMiddleware` and `routeHandlers`. */
export function clientAddress({ headers }: { headers: Headers }): string | null {
  return headers.get(header)
}

/**
 * Replaces `X-Forwarded-For` of a request by one address that can be believed, before Next looks at it: Next keeps
 * what the caller sent, and route handlers cannot see the socket (HT-20).
 */
export function writeClientAddress(request: IncomingMessage, callerAddress: CallerAddress): void {
  const forwarded = request.headers[header]
  const address = callerAddress(request.socket.remoteAddress, String(forwarded ?? ''))
  if (address) request.headers[header] = address
  else delete request.headers[header]
}
