import type { RateLimit } from '../../../src/contract/index.js'
import { type Awaitable, andThen } from '../and-then.js'
import type { RateState } from '../latchkey.js'
import type { RateDecision, RateLimiter } from '../rate-limiter.js'
import { createNetworkOf } from './create-network-of.js'
import { toRateState } from './to-rate-state.js'

/** Bounds how many wrong keys are looked up (VF-13). */
export interface FailureLimits {
  /** Whether `check` would have to look: this process knows of failures of that network. */
  isSuspect(attempt: Pick<Attempt, 'address' | 'now'>): boolean
  /** Before the lookup. null: go on. */
  check(attempt: Attempt): Awaitable<RateState | null>
  /** After a secret that was not proved. null: it was within the limit. */
  charge(attempt: Attempt): Awaitable<RateState | null>
}

export interface Attempt {
  /** Of who tries. null: unknown. */
  address: string | null
  /** '': the text names no key, and counts for its network alone. */
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
  /** When a network last failed at this process; the newest last. */
  const failedMs = new Map<string, number>()
  const networkOf = createNetworkOf()

  return { isSuspect, check, charge }

  function isSuspect({ address, now }: Pick<Attempt, 'address' | 'now'>): boolean {
    // A limiter may be a network away. Who never failed here need not be asked about: what they did elsewhere is
    // told with the first charge, and one lookup later.
    if (rate === null || failedMs.size === 0) return false
    const network = networkOf(address)
    return network !== null && hasFailed(network, rate, now)
  }

  function check({ address, keyId, now }: Attempt): Awaitable<RateState | null> {
    if (rate === null || !isSuspect({ address, now })) return null
    const network = networkOf(address)
    if (network === null) return null
    return andThen(limiter.peek({ policy: byNetwork, subject: network, rate, now }), (ofNetwork) => {
      if (!ofNetwork.allowed) return toRateState(ofNetwork, byNetwork, rate)
      if (isClean(ofNetwork, rate) || keyId === '') return null
      return andThen(limiter.peek({ policy: byKey, subject: keyId, rate, now }), (ofKey) =>
        ofKey.allowed ? null : toRateState(ofKey, byKey, rate),
      )
    })
  }

  function charge({ address, keyId, now }: Attempt): Awaitable<RateState | null> {
    if (rate === null) return null
    const network = networkOf(address)
    if (network !== null) remember(network, now)
    const ofNetwork =
      network === null ? null : limiter.consume({ policy: byNetwork, subject: network, rate, now })
    return andThen(ofNetwork, (decision) => {
      if (decision && !decision.allowed) return toRateState(decision, byNetwork, rate)
      if (keyId === '') return null
      return andThen(limiter.consume({ policy: byKey, subject: keyId, rate, now }), (ofKey) =>
        ofKey.allowed ? null : toRateState(ofKey, byKey, rate),
      )
    })
  }

  function hasFailed(network: string, { windowSeconds }: RateLimit, now: number): boolean {
    const last = failedMs.get(network)
    if (last === undefined) return false
    // After a window nothing weighs any more. A clock that was set back forgets nobody.
    if (now - last <= windowSeconds * 1000) return true
    failedMs.delete(network)
    return false
  }

  function remember(network: string, now: number): void {
    failedMs.delete(network)
    failedMs.set(network, now)
    for (const oldest of failedMs.keys()) {
      if (failedMs.size <= maxRemembered) return
      failedMs.delete(oldest)
    }
  }
}

/** Networks that failed lately. Beyond it the longest silent one is looked up again before it is charged. */
const maxRemembered = 100_000

/** Nothing was charged yet: one more request would leave all but itself. */
function isClean(decision: RateDecision, rate: RateLimit): boolean {
  return decision.allowed && decision.remaining >= rate.limit - 1
}
