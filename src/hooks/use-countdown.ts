'use client'

import { parseInstant } from '../contract/index.js'
import { useNow } from './use-now.js'

export interface Countdown {
  /** Never negative. */
  remainingMs: number
  isOver: boolean
}

/**
 * Counts down to an instant: each second in the last hour, each minute before.
 *
 * @param until RFC 3339, or milliseconds since the epoch; null: over
 */
export function useCountdown(
  until: string | number | null,
  { now = Date.now }: { now?: (() => number) | undefined } = {},
): Countdown {
  const untilMs = typeof until === 'string' ? parseInstant(until) : until
  const left = (untilMs ?? 0) - now()
  const everyMs = left <= 0 ? null : left <= 3_600_000 ? 1000 : 60_000
  // For its renders alone: what it saw last may be older than `until` is.
  useNow({ now, everyMs, wakeAtMs: untilMs })
  const remainingMs = Math.max(0, left)
  return { remainingMs, isOver: remainingMs === 0 }
}
