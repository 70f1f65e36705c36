import type { RateLimit } from '../../src/contract/index.js'
import type { RateDecision } from '../core/rate-limiter.js'

/** How full a bucket was, and when. */
export interface Bucket {
  /** Requests that still weigh, from 0 to the limit and a hair; a fraction where one has partly drained. */
  level: number
  /** Milliseconds since the epoch. */
  atMs: number
}

interface Leak {
  intervalMs: number
  fullLevel: number
}

/** Sums of fractions end a hair beside whole numbers. */
const hair = 1e-6

/**
 * The generic cell rate algorithm as a leaky bucket (ITU-T I.371, annex A): up to `limit` requests at once, then one
 * each `windowSeconds / limit`. That is a burst of `limit`, then `limit` per window: the window that begins with the
 * burst can see almost twice the limit. A clock that was set back drains from its new time on, so nobody waits longer
 * than one window.
 *
 * @param bucket null: nobody asked before
 * @param now milliseconds since the epoch
 */
export function gcra(
  bucket: Bucket | null,
  rate: RateLimit,
  now: number,
): { decision: RateDecision; bucket: Bucket } {
  const leak = toLeak(rate)
  const { intervalMs, fullLevel } = leak
  const drained = bucket ? Math.max(0, now - bucket.atMs) / intervalMs : 0
  const before = bucket ? Math.max(0, Math.min(bucket.level, fullLevel) - drained) : 0
  const allowed = before + 1 <= fullLevel
  const level = allowed ? before + 1 : before
  return { decision: toDecision(allowed, level, rate, leak), bucket: { level, atMs: now } }
}

/** What a rate means for its bucket: one request drains in `intervalMs`, and above `fullLevel` none is let in. */
export function toLeak({ limit, windowSeconds }: RateLimit): Leak {
  const intervalMs = (windowSeconds * 1000) / limit
  // A clock of whole milliseconds sees some requests a millisecond early; a client that keeps its rate must not be
  // refused for that. At most half a request, so that no more than `limit` ever pass at once.
  return { intervalMs, fullLevel: limit + Math.min(1 / intervalMs, 0.5) + hair }
}

/** @param level how full the bucket is after the request, or as it was where the request was refused */
export function toDecision(
  allowed: boolean,
  level: number,
  rate: RateLimit,
  { intervalMs, fullLevel }: Leak = toLeak(rate),
): RateDecision {
  return {
    allowed,
    remaining: Math.max(0, Math.floor(rate.limit - level + hair)),
    resetSeconds: wholeSeconds(Math.min(level, rate.limit) * intervalMs),
    retryAfterSeconds: wholeSeconds((level + 1 - fullLevel) * intervalMs),
  }
}

function wholeSeconds(milliseconds: number): number {
  return milliseconds <= hair ? 0 : Math.ceil(milliseconds / 1000 - hair)
}
