/** A key's requests since they were last written. */
export interface KeyUse {
  readonly keyId: string
  /** Days since the epoch. */
  dayNumber: number
  allowed: number
  denied: number
  /**
   * When the last request was allowed, in milliseconds since its day began: a number so small takes no memory of its own
   * beside the object, which every request would have to fetch. -1: none was.
   */
  lastUsedOfDayMs: number
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
      lastUsedOfDayMs: -1,
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
