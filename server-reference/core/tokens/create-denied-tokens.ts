/** Tokens that were revoked before their end, until then. Of this process alone. */
export interface DeniedTokens {
  /** false: there is no room for one more. */
  add(id: string, expiresAt: number, now: number): boolean
  has(id: string): boolean
}

/**
 * Bounded: when it is full of tokens that would still work, the next one is not taken, for to forget one instead would
 * let in what somebody was told is shut out.
 *
 * @param maxTokens about 100 bytes each
 */
export function createDeniedTokens(maxTokens = 100_000): DeniedTokens {
  /** When each ends, in seconds since the epoch. */
  const ends = new Map<string, number>()

  return {
    add(id, expiresAt, now) {
      if (ends.size >= maxTokens) forgetEnded(now)
      if (ends.size >= maxTokens && !ends.has(id)) return false
      ends.set(id, expiresAt)
      return true
    },
    has: (id) => ends.has(id),
  }

  function forgetEnded(now: number): void {
    for (const [id, expiresAt] of ends) {
      if (expiresAt * 1000 <= now) ends.delete(id)
    }
  }
}
