import type { Charge, RateDecision, RateLimiter } from '../core/rate-limiter.js'
import { gcra } from './gcra.js'
import { MemoryCounter } from './memory-counter.js'

export interface MemoryRateLimitOptions {
  /**
   * Most subjects that each policy remembers at once; beyond it, those with the least to lose are forgotten.
   * @default 100_000
   */
  maxSubjects?: number | undefined
}

/** Rate limits of one process. They start anew with it, and another process knows nothing of them. */
export function memoryRateLimits({ maxSubjects = 100_000 }: MemoryRateLimitOptions = {}): RateLimiter {
  // One map for each policy: joining both names to one would make a new text, and its hash, for every request.
  const policies = new Map<string, Counters>()

  return {
    consume: (charge) => counterOf(charge).consume(charge.rate, charge.now),
    consumeAll(charges) {
      const decisions = charges.map(peek)
      if (decisions.every(({ allowed }) => allowed)) {
        for (const charge of charges) counterOf(charge).consume(charge.rate, charge.now)
      }
      return decisions
    },
    peek,
  }

  function peek({ policy, subject, rate, now }: Charge): RateDecision {
    return gcra(policies.get(policy)?.get(subject)?.at(now) ?? null, rate, now).decision
  }

  function counterOf({ policy, subject, place }: Charge): MemoryCounter {
    const found = place?.found
    if (found instanceof MemoryCounter && found.home === policies && !found.isForgotten) return found
    const counter = lookUp(policy, subject)
    if (place) place.found = counter
    return counter
  }

  function lookUp(policy: string, subject: string): MemoryCounter {
    let counters = policies.get(policy)
    if (!counters) {
      counters = new Map()
      policies.set(policy, counters)
    }
    const known = counters.get(subject)
    if (known) return known
    if (counters.size >= maxSubjects) forgetOne(counters)
    const counter = new MemoryCounter(policies)
    counters.set(subject, counter)
    return counter
  }
}

const lookedAtOnce = 16

/** By subject, the oldest first. */
type Counters = Map<string, MemoryCounter>

/** Looks at a few of the oldest, and forgets the one that drains soonest, or has drained. */
function forgetOne(counters: Counters): void {
  let soonest: string | undefined
  let soonestMs = Number.POSITIVE_INFINITY
  let looked = 0
  for (const [subject, counter] of counters) {
    const emptyAtMs = counter.emptyAtMs()
    if (emptyAtMs < soonestMs) {
      soonest = subject
      soonestMs = emptyAtMs
    }
    looked += 1
    if (looked === lookedAtOnce) break
  }
  if (soonest === undefined) return
  const forgotten = counters.get(soonest)
  if (forgotten) forgotten.isForgotten = true
  counters.delete(soonest)
}
