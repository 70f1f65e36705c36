import { parseInstant, toInstant } from '../../../src/contract/index.js'
import type { ExpiryPolicy } from '../resolve-policy.js'

export type ResolvedEnd<T = string> = { ok: true; at: T } | { ok: false; message: string }

/**
 * A person picks "365 days" on their own clock, which may be ahead of the server's. Up to five minutes beyond the
 * maximum are taken as the maximum.
 */
const skewMs = 5 * 60 * 1000

/** An instant that must lie in the future, and not after `latest`, in milliseconds since the epoch. null: any time. */
export function resolveEnd(instant: string, now: number, latest: number | null): ResolvedEnd {
  const epochMs = parseInstant(instant)
  if (epochMs === null || epochMs <= now) return { ok: false, message: 'Choose a time in the future.' }
  if (latest === null) return { ok: true, at: toInstant(epochMs) }
  if (epochMs > latest + skewMs) {
    return { ok: false, message: `Choose a time before ${toInstant(latest)}.` }
  }
  return { ok: true, at: toInstant(Math.min(epochMs, latest)) }
}

/** When a key shall expire, by policy (MG-19). undefined asks for the default, null for never. */
export function resolveExpiry(
  requested: string | null | undefined,
  now: number,
  policy: ExpiryPolicy,
): ResolvedEnd<string | null> {
  if (requested === undefined) {
    const { defaultSeconds } = policy
    return { ok: true, at: defaultSeconds === null ? null : toInstant(now + defaultSeconds * 1000) }
  }
  if (requested === null) {
    return policy.allowNever
      ? { ok: true, at: null }
      : { ok: false, message: 'Keys must expire. Choose a time.' }
  }
  const { maxSeconds } = policy
  return resolveEnd(requested, now, maxSeconds === null ? null : now + maxSeconds * 1000)
}
