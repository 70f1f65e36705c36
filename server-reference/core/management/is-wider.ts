import type { ApiKey } from '../../../src/contract/index.js'
import type { KeyChanges } from '../api-key-store.js'

/** Whether a key may do more after these changes than before: more, from more places, faster or for longer. */
export function isWider(changes: KeyChanges, key: ApiKey): boolean {
  const { scopes = [], ipAllowlist, rateLimit, expiresAt } = changes
  if (scopes.some((scope) => !key.scopes.includes(scope))) return true
  if (ipAllowlist && key.ipAllowlist.length > 0) {
    if (ipAllowlist.length === 0 || ipAllowlist.some((range) => !key.ipAllowlist.includes(range))) return true
  }
  if (rateLimit !== undefined && !isSameRate(rateLimit, key.rateLimit)) return true
  if (expiresAt === undefined || key.expiresAt === null) return false
  return expiresAt === null || Date.parse(expiresAt) > Date.parse(key.expiresAt)
}

/** Which of two rates lets more through depends on the server's default and on bursts, so any other one counts. */
function isSameRate(one: ApiKey['rateLimit'], other: ApiKey['rateLimit']): boolean {
  return one?.limit === other?.limit && one?.windowSeconds === other?.windowSeconds
}
