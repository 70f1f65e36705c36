'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { onTick } from './shared-ticker.js'
import { useHydrated } from './use-hydrated.js'
import { useLatest } from './use-latest.js'

/** The largest delay that a timer takes, in milliseconds; a longer one would fire at once. */
const longestDelayMs = 2 ** 31 - 1

export interface UseNowOptions {
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  /** How often to look at the clock, in milliseconds; null: never. @default 60000 */
  everyMs?: number | null | undefined
  /**
   * Told what the clock says: when to look as well, e.g. when a key expires, in milliseconds since the epoch; null:
   * nothing is due. The same function for as long as its answer may be the same.
   */
  wakeAtMs?: ((nowMs: number) => number | null) | undefined
}

/**
 * A clock that renders: now, in milliseconds since the epoch. null on a server and for the render that takes over from
 * it: that reads no clock, or the two would differ, and Next would prerender neither.
 */
export function useNow(options: UseNowOptions = {}): number | null {
  const { now = Date.now, everyMs = 60_000, wakeAtMs = never } = options
  const isLive = useHydrated()
  const [nowMs, setNowMs] = useState(() => (isLive ? now() : null))
  const clock = useLatest(now)
  const look = useCallback(() => setNowMs(clock.current()), [clock])
  // In this render, so that nothing is shown without a time that could be shown with one.
  if (isLive && nowMs === null) setNowMs(now())

  useEffect(() => (everyMs === null ? undefined : onTick(everyMs, look)), [everyMs, look])
  const dueMs = useMemo(() => (nowMs === null ? null : wakeAtMs(nowMs)), [nowMs, wakeAtMs])
  useEffect(() => {
    if (dueMs === null) return
    const delayMs = dueMs - clock.current()
    if (delayMs > longestDelayMs) return
    if (delayMs <= 0) return look()
    // A timer may fire a moment early, and that moment would still be before.
    const timer = setTimeout(look, delayMs + 20)
    return () => clearTimeout(timer)
  }, [dueMs, look, clock])
  return nowMs
}

const never = () => null
