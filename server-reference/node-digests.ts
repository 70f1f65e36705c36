import type { HmacSha256, Sha256 } from './core/latchkey-options.js'

/**
 * Node's digests, which answer at once and some fifty times faster than Web Crypto. null where this is not Node:
 * asking the process for the module, instead of importing it, lets the same file run at the edge.
 */
export function nodeDigests(): { sha256: Sha256; hmacSha256: HmacSha256 } | null {
  const node = globalThis.process?.getBuiltinModule?.('node:crypto')
  if (!node) return null
  // Preparing a key takes six times as long as using it.
  const prepared = new WeakMap<Uint8Array, ReturnType<typeof node.createSecretKey>>()

  return {
    sha256: (text) => node.hash('sha256', text, 'hex'),
    hmacSha256(key, message) {
      let secretKey = prepared.get(key)
      if (!secretKey) {
        secretKey = node.createSecretKey(key)
        prepared.set(key, secretKey)
      }
      return node.createHmac('sha256', secretKey).update(message).digest('hex')
    },
  }
}
