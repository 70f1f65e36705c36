/** A key's requests since they were last written. */
export interface KeyUse {
  readonly keyId: string
  /** Days since the epoch. */
  dayNumber: number
  allowed: number
  denied: number
  /** 0: no request was allowed. */
  lastUsedMs: number
  /** The `lastUsedAt` that was last written. 0: none that is known of. */
  lastUsedGivenMs: number
  /** Whether it is to be written. */
  isWaiting: boolean
  /** Whether another one is there instead: this one counts no more. */
  isForgotten: boolean
}

/**
 * One place for each key in which its requests are counted, which stays from one write to the next. Of those that wait
 * for nothing, the oldest are forgotten where there are too many.
 *
 * @param maxUses more than can wait at once
 */
export function createKeyUses(maxUses: number): { find(keyId: string): KeyUse } {
  const uses = new Map<string, KeyUse>()

  return { find }

  function find(keyId: string): KeyUse {
    const known = uses.get(keyId)
    if (known) return known
    if (uses.size >= maxUses) forgetOne()
    const use: KeyUse = {
      keyId,
      dayNumber: 0,
      allowed: 0,
      denied: 0,
      lastUsedMs: 0,
      lastUsedGivenMs: 0,
      isWaiting: false,
      isForgotten: false,
    }
    uses.set(keyId, use)
    return use
  }

  function forgetOne(): void {
    for (const [keyId, use] of uses) {
      uses.delete(keyId)
      use.isForgotten = !use.isWaiting
      if (use.isForgotten) return
      // It goes to the end, so that nobody looks at it again soon.
      uses.set(keyId, use)
    }
  }
}
