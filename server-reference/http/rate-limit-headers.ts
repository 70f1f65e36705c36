import type { RateState } from '../core/latchkey.js'
import { toFieldString } from './structured-field.js'

/**
 * `RateLimit` and `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers-10, for any answer to a machine.
 * They name the policy, never who is charged. null: nothing was counted, so nothing is said.
 *
 * For a refusal `t` is the wait until one more request is allowed, so that `Retry-After` is never before it.
 */
export function rateLimitHeaders(rate: RateState | null | undefined): Record<string, string> {
  if (!rate) return {}
  const policy = toFieldString(rate.policy)
  const remaining = rate.allowed ? rate.remaining : 0
  const seconds = rate.allowed ? rate.resetSeconds : rate.retryAfterSeconds
  return {
    RateLimit: `${policy};r=${toCount(remaining)};t=${toCount(seconds)}`,
    'RateLimit-Policy': `${policy};q=${toCount(rate.limit)};w=${toCount(rate.windowSeconds)}`,
  }
}

/** A clock that jumped back must not give a negative count. */
function toCount(value: number): string {
  return String(Math.max(0, Math.ceil(value)))
}
