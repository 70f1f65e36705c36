import type { RateLimit } from '../../src/contract/index.js'
import type { RateDecision } from '../core/rate-limiter.js'
import { type Bucket, gcra, toLeak } from './gcra.js'

/** The bucket of one subject. A class, because a closure for each subject would be most of what it takes. */
export class MemoryCounter implements Bucket {
  level = 0
  atMs = 0
  /** By which it was last charged. null: never. */
  rate: RateLimit | null = null
  /** Whether its limiter has another one instead. */
  isForgotten = false
  /** Tells the counters of one limiter from those of another. */
  readonly home: object

  constructor(home: object) {
    this.home = home
  }

  consume(rate: RateLimit, now: number): RateDecision {
    const { decision, bucket } = gcra(this.at(now), rate, now)
    if (decision.allowed) {
      this.level = bucket.level
      this.atMs = bucket.atMs
      if (this.rate !== rate) this.rate = rate
    }
    return decision
  }

  /** When nothing is left of it that would be worth remembering, in milliseconds since the epoch. */
  emptyAtMs(): number {
    return this.rate ? this.atMs + this.level * toLeak(this.rate).intervalMs : 0
  }

  at(now: number): this {
    // The clock was set back: without this a full bucket would stay full until the clock has caught up.
    if (now < this.atMs) this.atMs = now
    return this
  }
}
