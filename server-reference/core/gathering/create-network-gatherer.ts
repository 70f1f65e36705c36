import { parseAddress } from '../../../src/contract/index.js'
import type { Notice } from '../api-key-store.js'

/** Gathers from where keys are used, so that a network that a key never came from can be told (OP-11). */
export interface NetworkGatherer {
  add(keyId: string, consumerId: string, address: string | null): void
  /** The oldest of what this process has not seen before, which is then forgotten here. */
  take(limit: number): SeenNetwork[]
  isWaiting(): boolean
  /** Asks again for what could not be written. */
  putBack(seen: readonly SeenNetwork[]): void
}

export interface SeenNetwork extends Notice {
  kind: 'new_network'
  consumerId: string
}

const maxRemembered = 50_000
const maxWaiting = 5_000

export function createNetworkGatherer(onAdd: () => void): NetworkGatherer {
  let waiting: SeenNetwork[] = []
  /** Key id and address; whether it is really new is for the store to say. */
  const seen = new Set<string>()

  return {
    add(keyId, consumerId, address) {
      if (address === null || address.length > 64) return
      const subject = `${keyId} ${address}`
      if (seen.has(subject) || waiting.length >= maxWaiting) return
      // Forgetting costs one question to the store for each, and nothing else.
      if (seen.size >= maxRemembered) seen.clear()
      seen.add(subject)
      const network = toWideNetwork(address)
      if (network === null) return
      waiting.push({ keyId, consumerId, kind: 'new_network', about: network })
      onAdd()
    },
    take: (limit) => waiting.splice(0, limit),
    isWaiting: () => waiting.length > 0,
    putBack(taken) {
      waiting = [...taken, ...waiting].slice(0, maxWaiting)
    },
  }
}

/** Wide enough that a provider's next address for the same machine is no news. */
function toWideNetwork(address: string): string | null {
  const bytes = parseAddress(address)
  if (!bytes) return null
  if (bytes.length === 4) return `${bytes.slice(0, 3).join('.')}.0/24`
  const groups = [0, 2, 4].map((index) => (((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0)).toString(16))
  return `${groups.join(':')}::/48`
}
