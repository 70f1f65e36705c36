'use client'

import { useCallback } from 'react'
import { parseInstant } from '../contract/index.js'
import { useHydrated } from './use-hydrated.js'
import { useNow } from './use-now.js'

export interface Countdown {
  /** Never negative. 0 as well until a browser has taken over what a server rendered: a server reads no clock for it. */
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
  const isLive = useHydrated()
  const left = untilMs !== null && isLive ? untilMs - now() : 0
  const everyMs = left <= 0 ? null : left <= 3_600_000 ? 1000 : 60_000
  // For its renders alone: what it saw last may be older than `until` is.
  useNow({ now, everyMs, wakeAtMs: useCallback(() => untilMs, [untilMs]) })
  const remainingMs = Math.max(0, left)
  return { remainingMs, isOver: remainingMs === 0 && (isLive || untilMs === null) }
}
