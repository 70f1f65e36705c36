import type { RateLimit } from '../../src/contract/index.js'
import type { RateDecision } from '../core/rate-limiter.js'

/** How full a bucket was, and when. */
export interface Bucket {
  /** Requests that still weigh, from 0 to the limit; a fraction where one has partly drained. */
  level: number
  /** Milliseconds since the epoch. */
  atMs: number
}

/** Sums of fractions end a hair beside whole numbers; a client that keeps its rate must not be refused for that. */
const hair = 1e-6

/**
 * The generic cell rate algorithm as a leaky bucket (ITU-T I.371, annex A): up to `limit` requests at once, then one
 * each `windowSeconds / limit`. There is no edge of a window at which twice the limit passes. A clock that was set
 * back drains from its new time on, so nobody waits longer than one window.
 *
 * @param bucket null: nobody asked before
 * @param now milliseconds since the epoch
 */
export function gcra(
  bucket: Bucket | null,
  { limit, windowSeconds }: RateLimit,
  now: number,
): { decision: RateDecision; bucket: Bucket } {
  const intervalMs = (windowSeconds * 1000) / limit
  const drained = bucket ? Math.max(0, now - bucket.atMs) / intervalMs : 0
  const before = bucket ? Math.max(0, Math.min(bucket.level, limit) - drained) : 0
  const allowed = before + 1 <= limit + hair
  const level = allowed ? Math.min(before + 1, limit) : before
  const decision = {
    allowed,
    remaining: Math.floor(limit - level + hair),
    resetSeconds: wholeSeconds(level * intervalMs),
    retryAfterSeconds: wholeSeconds((level + 1 - limit) * intervalMs),
  }
  return { decision, bucket: { level, atMs: now } }
}

function wholeSeconds(milliseconds: number): number {
  return milliseconds <= hair ? 0 : Math.ceil(milliseconds / 1000 - hair)
}
