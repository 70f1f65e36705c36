import type { RateLimit } from '../../../src/contract/index.js'
import { isPromise } from '../is-promise.js'
import type { RateState } from '../latchkey.js'
import type { RateDecision, RateLimiter } from '../rate-limiter.js'
import { toRateState } from './to-rate-state.js'

/** Bounds how many wrong keys are looked up (VF-13). */
export interface FailureLimits {
  /** Before the lookup. null: go on. */
  check(attempt: Attempt): RateState | null | Promise<RateState | null>
  /** After a secret that was not proved. null: it was within the limit. */
  charge(attempt: Attempt): Promise<RateState | null>
}

export interface Attempt {
  /** Who tries. null: unknown. */
  network: string | null
  keyId: string
  now: number
}

const byNetwork = 'failures'
const byKey = 'failures-per-key'

/**
 * An address that has failed too often is refused before the lookup. A key id that was guessed at too often is
 * refused so to every address that has failed before, and to others only once their secret proves wrong: ids are
 * public, and whoever knows one must not be able to lock its holder out.
 */
export function createFailureLimits(limiter: RateLimiter, rate: RateLimit | null): FailureLimits {
  return { check, charge }

  function check({ network, keyId, now }: Attempt): RateState | null | Promise<RateState | null> {
    if (rate === null || network === null) return null
    const seen = limiter.peek({ policy: byNetwork, subject: network, rate, now })
    if (isPromise(seen)) return checkSlowly(seen, rate, keyId, now)
    return isClean(seen, rate) ? null : checkSlowly(seen, rate, keyId, now)
  }

  async function checkSlowly(
    seen: RateDecision | PromiseLike<RateDecision>,
    rate: RateLimit,
    keyId: string,
    now: number,
  ): Promise<RateState | null> {
    const ofNetwork = await seen
    if (!ofNetwork.allowed) return toRateState(ofNetwork, byNetwork, rate)
    if (isClean(ofNetwork, rate)) return null
    const ofKey = await limiter.peek({ policy: byKey, subject: keyId, rate, now })
    return ofKey.allowed ? null : toRateState(ofKey, byKey, rate)
  }

  async function charge({ network, keyId, now }: Attempt): Promise<RateState | null> {
    if (rate === null) return null
    if (network !== null) {
      const ofNetwork = await limiter.consume({ policy: byNetwork, subject: network, rate, now })
      if (!ofNetwork.allowed) return toRateState(ofNetwork, byNetwork, rate)
    }
    const ofKey = await limiter.consume({ policy: byKey, subject: keyId, rate, now })
    return ofKey.allowed ? null : toRateState(ofKey, byKey, rate)
  }
}

/** Nothing was charged yet: one more request would leave all but itself. */
function isClean(decision: RateDecision, rate: RateLimit): boolean {
  return decision.allowed && decision.remaining >= rate.limit - 1
}
