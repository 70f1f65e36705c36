import type { ApiKey } from '../../../src/contract/index.js'
import type { KeyChanges } from '../api-key-store.js'

/** Whether a key may do more after these changes than before: more, from more places, faster or for longer. */
export function isWider(changes: KeyChanges, key: ApiKey): boolean {
  const { scopes = [], ipAllowlist, rateLimit, expiresAt, overlapEndsAt } = changes
  if (scopes.some((scope) => !key.scopes.includes(scope))) return true
  if (ipAllowlist && key.ipAllowlist.length > 0) {
    if (ipAllowlist.length === 0 || ipAllowlist.some((range) => !key.ipAllowlist.includes(range))) return true
  }
  if (rateLimit !== undefined && !isSameRate(rateLimit, key.rateLimit)) return true
  return isLater(expiresAt, key.expiresAt) || isLater(overlapEndsAt, key.rotation?.overlapEndsAt)
}

/** undefined: it stays, or there is none. null: never. */
function isLater(end: string | null | undefined, before: string | null | undefined): boolean {
  if (end === undefined || !before) return false
  return end === null || Date.parse(end) > Date.parse(before)
}

/** Which of two rates lets more through depends on the server's default and on bursts, so any other one counts. */
function isSameRate(one: ApiKey['rateLimit'], other: ApiKey['rateLimit']): boolean {
  return one?.limit === other?.limit && one?.windowSeconds === other?.windowSeconds
}
