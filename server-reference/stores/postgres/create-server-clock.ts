/** What this process knows of the server's clock, which may be ahead of its own or behind. In milliseconds. */
export interface ServerClock {
  isKnown(): boolean
  /** What the server's clock says so long from now, or somewhat later; since the epoch. */
  in(delayMs: number): number
  /** @param askedAt when it was asked, on the clock of `performance.now()` */
  learn(serverMs: number, askedAt: number): void
  /** It has been set to another time. */
  forget(): void
}

/** How much faster than this one's a clock may go that nobody sets right: a fifth of a second in 17 minutes. */
const maxDrift = 0.0002

/**
 * The server has read its clock after it was asked, so it is at most so far ahead as if it had done so at once. Of all
 * answers the one that tells least is nearest, and grows old.
 */
export function createServerClock(): ServerClock {
  let aheadMs = Number.POSITIVE_INFINITY
  let learntAt = 0

  const mostAhead = (at: number) => aheadMs + (at - learntAt) * maxDrift

  return {
    isKnown: () => Number.isFinite(aheadMs),
    in(delayMs) {
      const at = performance.now()
      return at + delayMs + mostAhead(at)
    },
    learn(serverMs, askedAt) {
      aheadMs = Math.min(serverMs - askedAt, mostAhead(askedAt))
      learntAt = askedAt
    },
    forget() {
      aheadMs = Number.POSITIVE_INFINITY
    },
  }
}
