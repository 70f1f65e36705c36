import type { Charge, RateDecision, RateLimiter } from '../core/rate-limiter.js'
import { type Bucket, gcra } from './gcra.js'

export interface MemoryRateLimitOptions {
  /** Most subjects remembered at once; beyond it, those with the least to lose are forgotten. @default 100_000 */
  maxSubjects?: number | undefined
}

/** Rate limits of one process. They start anew with it, and another process knows nothing of them. */
export function memoryRateLimits({ maxSubjects = 100_000 }: MemoryRateLimitOptions = {}): RateLimiter {
  const entries = new Map<string, Entry>()

  return {
    consume(charge) {
      const subject = toSubject(charge)
      const entry = recall(subject, charge.now)
      const { decision, bucket } = gcra(entry ?? null, charge.rate, charge.now)
      if (decision.allowed) remember(subject, entry, bucket, decision)
      return decision
    },
    peek(charge) {
      return gcra(recall(toSubject(charge), charge.now) ?? null, charge.rate, charge.now).decision
    },
  }

  function recall(subject: string, now: number): Entry | undefined {
    const entry = entries.get(subject)
    // The clock was set back: without this a full bucket would stay full until the clock has caught up.
    if (entry && now < entry.atMs) entry.atMs = now
    return entry
  }

  function remember(subject: string, entry: Entry | undefined, bucket: Bucket, decision: RateDecision): void {
    const emptyAtMs = bucket.atMs + decision.resetSeconds * 1000
    if (entry) {
      entry.level = bucket.level
      entry.atMs = bucket.atMs
      entry.emptyAtMs = emptyAtMs
      return
    }
    if (entries.size >= maxSubjects) forgetOne(bucket.atMs)
    entries.set(subject, { ...bucket, emptyAtMs })
  }

  /** Looks at a few of the oldest, and forgets one that has drained, or else the one that drains soonest. */
  function forgetOne(now: number): void {
    let soonest: string | undefined
    let soonestMs = Number.POSITIVE_INFINITY
    let looked = 0
    for (const [subject, { emptyAtMs }] of entries) {
      if (emptyAtMs < soonestMs) {
        soonest = subject
        soonestMs = emptyAtMs
      }
      looked += 1
      if (soonestMs <= now || looked === lookedAtOnce) break
    }
    if (soonest !== undefined) entries.delete(soonest)
  }
}

const lookedAtOnce = 16

interface Entry extends Bucket {
  /** When nothing is left of it that would be worth remembering. */
  emptyAtMs: number
}

/** Policies are names without a line break, so no two pairs share a text. */
function toSubject({ policy, subject }: Charge): string {
  return `${policy}\n${subject}`
}
