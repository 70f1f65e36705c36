import { parseAddress } from '../../../src/contract/index.js'

const maxRemembered = 10_000

/**
 * Makes the function that says whom an address is counted as: an IPv4 address by itself, an IPv6 one with its whole
 * /64, which one subscriber holds (VF-13). null: unknown, or no address at all.
 */
export function createNetworkOf(): (address: string | null) => string | null {
  const remembered = new Map<string, string | null>()

  return function networkOf(address) {
    if (address === null) return null
    const known = remembered.get(address)
    if (known !== undefined) return known
    const network = toNetwork(address)
    // Reading an address costs more than the rest of the limit; forgetting all of them costs nothing lasting.
    if (remembered.size >= maxRemembered) remembered.clear()
    if (address.length <= 64) remembered.set(address, network)
    return network
  }
}

function toNetwork(address: string): string | null {
  const bytes = parseAddress(address)
  if (!bytes) return null
  return bytes.length === 4 ? bytes.join('.') : `${bytes.slice(0, 8).join(':')}/64`
}
