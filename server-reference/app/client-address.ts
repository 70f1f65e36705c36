import type { IncomingMessage } from 'node:http'
import { inRange, parseAddress, parseCidr } from 'latchkey/contract'

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
export function writeClientAddress(request: IncomingMessage, trustedProxies: readonly string[]): void {
  const forwarded = request.headers[header]
  const address = callerOf(request.socket.remoteAddress, String(forwarded ?? ''), trustedProxies)
  if (address) request.headers[header] = address
  else delete request.headers[header]
}

/** Walks from the socket outwards, from right to left, for as long as the hop is a proxy of ours. */
export function callerOf(
  socketAddress: string | undefined,
  forwardedFor: string,
  trustedProxies: readonly string[],
): string | null {
  const hops = forwardedFor.split(',').map((hop) => hop.trim())
  let caller = socketAddress ?? ''
  while (hops.length > 0 && isTrusted(caller, trustedProxies)) {
    const hop = hops.pop() ?? ''
    if (!parseAddress(hop)) break
    caller = hop
  }
  return parseAddress(caller) ? caller : null
}

function isTrusted(address: string, trustedProxies: readonly string[]): boolean {
  const bytes = parseAddress(address)
  if (!bytes) return false
  return trustedProxies.some((proxy) => {
    const range = parseCidr(proxy)
    return range !== null && inRange(bytes, range)
  })
}
