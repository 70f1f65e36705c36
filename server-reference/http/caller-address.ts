import { type AddressRange, inRange, parseAddress, parseCidr } from '../../src/contract/index.js'

/**
 * The caller's address, which nobody can choose for himself (HT-20); null: the socket has none.
 *
 * @param forwardedFor the header `X-Forwarded-For`; '': there is none
 */
export type CallerAddress = (socketAddress: string | undefined, forwardedFor: string) => string | null

/**
 * Walks from the socket outwards, from right to left, for as long as the hop is a proxy of ours.
 *
 * @param trustedProxies CIDR ranges or addresses; throws on one that is neither
 */
export function createCallerAddress(trustedProxies: readonly string[]): CallerAddress {
  const ranges = trustedProxies.map(parseProxy)
  const isTrusted = (address: string) => {
    const bytes = parseAddress(address)
    return bytes !== null && ranges.some((range) => inRange(bytes, range))
  }

  return (socketAddress = '', forwardedFor) => {
    const hops = forwardedFor.split(',').map((hop) => hop.trim())
    let caller = socketAddress
    while (hops.length > 0 && isTrusted(caller)) {
      const hop = hops.pop() ?? ''
      if (!parseAddress(hop)) break
      caller = hop
    }
    return parseAddress(caller) ? caller : null
  }
}

function parseProxy(proxy: string): AddressRange {
  const range = parseCidr(proxy)
  if (range) return range
  throw new TypeError(
    `Latchkey: the trusted proxy ${JSON.stringify(proxy)} is no address and no range. All its callers would have the proxy's address, and one limit for wrong keys. Write it like "10.0.0.0/8".`,
  )
}
