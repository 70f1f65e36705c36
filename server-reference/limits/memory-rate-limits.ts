import type { RateDecision, RateLimiter } from '../core/rate-limiter.js'
import { type Bucket, gcra } from './gcra.js'

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
  const policies = new Map<string, Entries>()

  return {
    consume({ policy, subject, rate, now }) {
      const entries = entriesOf(policy)
      const entry = recall(entries, subject, now)
      const { decision, bucket } = gcra(entry ?? null, rate, now)
      if (decision.allowed) remember(entries, subject, entry, bucket, decision)
      return decision
    },
    consumeAll(charges) {
      const answers = charges.map(({ policy, subject, rate, now }) => {
        const entries = entriesOf(policy)
        const entry = recall(entries, subject, now)
        return { entries, subject, entry, ...gcra(entry ?? null, rate, now) }
      })
      if (answers.every(({ decision }) => decision.allowed)) {
        for (const { entries, subject, entry, bucket, decision } of answers) {
          remember(entries, subject, entry, bucket, decision)
        }
      }
      return answers.map(({ decision }) => decision)
    },
    peek({ policy, subject, rate, now }) {
      return gcra(recall(entriesOf(policy), subject, now) ?? null, rate, now).decision
    },
  }

  function entriesOf(policy: string): Entries {
    const known = policies.get(policy)
    if (known) return known
    const entries: Entries = new Map()
    policies.set(policy, entries)
    return entries
  }

  function recall(entries: Entries, subject: string, now: number): Entry | undefined {
    const entry = entries.get(subject)
    // The clock was set back: without this a full bucket would stay full until the clock has caught up.
    if (entry && now < entry.atMs) entry.atMs = now
    return entry
  }

  function remember(
    entries: Entries,
    subject: string,
    entry: Entry | undefined,
    bucket: Bucket,
    decision: RateDecision,
  ): void {
    const emptyAtMs = bucket.atMs + decision.resetSeconds * 1000
    if (entry) {
      entry.level = bucket.level
      entry.atMs = bucket.atMs
      entry.emptyAtMs = emptyAtMs
      return
    }
    if (entries.size >= maxSubjects) forgetOne(entries, bucket.atMs)
    entries.set(subject, { ...bucket, emptyAtMs })
  }
}

const lookedAtOnce = 16

/** By subject, the oldest first. */
type Entries = Map<string, Entry>

interface Entry extends Bucket {
  /** When nothing is left of it that would be worth remembering. */
  emptyAtMs: number
}

/** Looks at a few of the oldest, and forgets one that has drained, or else the one that drains soonest. */
function forgetOne(entries: Entries, now: number): void {
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
