import type { RateLimit } from '../../../src/contract/index.js'
import type { RateState } from '../latchkey.js'
import type { RateDecision } from '../rate-limiter.js'

/** A limiter's decision with the rule that it was made by, frozen. */
export function toRateState(decision: RateDecision, policy: string, rate: RateLimit): RateState {
  return Object.freeze({
    policy,
    limit: rate.limit,
    windowSeconds: rate.windowSeconds,
    allowed: decision.allowed,
    remaining: decision.remaining,
    resetSeconds: decision.resetSeconds,
    retryAfterSeconds: decision.retryAfterSeconds,
  })
}
