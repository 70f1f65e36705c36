import { type Awaitable, andThen } from '../and-then.js'
import { isPromise } from '../is-promise.js'
import type { RateState } from '../latchkey.js'
import type { Charge, RateDecision } from '../rate-limiter.js'
import type { Settings } from '../resolve-options.js'
import type { KnownKey } from './known-key.js'
import { toRateState } from './to-rate-state.js'

/** What a key may still do, by itself and together with its consumer's other keys. */
export interface KeyLimits {
  /** Takes one request from all limits that apply, or from none where one refuses. null: no limit applies. */
  consume(known: KnownKey, now: number): Awaitable<RateState | null>
  /** The same answer, and nothing is taken. */
  peek(known: KnownKey, now: number): Awaitable<RateState | null>
}

const byConsumer = 'consumer'

export function createKeyLimits({ limiter, default: fallback, consumer }: Settings['limits']): KeyLimits {
  return { consume, peek }

  function consume(known: KnownKey, now: number): Awaitable<RateState | null> {
    const own = chargeOfKey(known, now)
    const shared = chargeOfConsumer(known, now)
    if (own && shared) {
      const charges = [own, shared]
      return andThen(limiter.consumeAll(charges), (decisions) => tightest(charges, decisions))
    }
    const charge = own ?? shared
    if (!charge) return null
    const decided = limiter.consume(charge)
    return isPromise(decided)
      ? decided.then((decision) => toState(charge, decision))
      : toState(charge, decided)
  }

  function peek(known: KnownKey, now: number): Awaitable<RateState | null> {
    const own = chargeOfKey(known, now)
    const shared = chargeOfConsumer(known, now)
    const charge = own ?? shared
    if (!charge) return null
    return andThen(limiter.peek(charge), (decision) => {
      if (!(own && shared) || !decision.allowed) return toState(charge, decision)
      const charges = [own, shared]
      return andThen(limiter.peek(shared), (ofConsumer) => tightest(charges, [decision, ofConsumer]))
    })
  }

  /** A key and its successor share one limit: a rotation must not double it (MG-11). */
  function chargeOfKey(known: KnownKey, now: number): Charge | null {
    const { lineageId, rateLimit, place } = known
    const rate = rateLimit ?? fallback
    return rate && { policy: rateLimit ? 'key' : 'default', subject: lineageId, rate, now, place }
  }

  function chargeOfConsumer({ consumerId }: KnownKey, now: number): Charge | null {
    return consumer && { policy: byConsumer, subject: consumerId, rate: consumer, now }
  }
}

/** What a caller has to know: the limit that refuses, or else the one that is used up first. */
function tightest(charges: readonly Charge[], decisions: readonly RateDecision[]): RateState | null {
  const states = charges.flatMap((charge, index) => {
    const decision = decisions[index]
    return decision ? [toState(charge, decision)] : []
  })
  const refused = states.filter(({ allowed }) => !allowed)
  // Of two that refuse, the one that refuses for longer: a client that waits for the other would come too early.
  refused.sort((one, other) => other.retryAfterSeconds - one.retryAfterSeconds)
  states.sort((one, other) => one.remaining - other.remaining)
  return refused[0] ?? states[0] ?? null
}

function toState({ policy, rate }: Charge, decision: RateDecision): RateState {
  return toRateState(decision, policy, rate)
}
