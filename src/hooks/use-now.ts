'use client'

import { useCallback, useEffect, useState } from 'react'
import { onTick } from './shared-ticker.js'
import { useLatest } from './use-latest.js'

/** The largest delay that a timer takes, in milliseconds; a longer one would fire at once. */
const longestDelayMs = 2 ** 31 - 1

export interface UseNowOptions {
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  /** How often to look at the clock, in milliseconds; null: never. @default 60000 */
  everyMs?: number | null | undefined
  /** Look then as well, e.g. when a key expires; null: nothing is due. */
  wakeAtMs?: number | null | undefined
}

/** A clock that renders: now, in milliseconds since the epoch, and a way to look at once. */
export function useNow(options: UseNowOptions = {}): [nowMs: number, look: () => void] {
  const { now = Date.now, everyMs = 60_000, wakeAtMs = null } = options
  const [nowMs, setNowMs] = useState(now)
  const clock = useLatest(now)
  const look = useCallback(() => setNowMs(clock.current()), [clock])

  useEffect(() => (everyMs === null ? undefined : onTick(everyMs, look)), [everyMs, look])
  useEffect(() => {
    if (wakeAtMs === null) return
    const delayMs = wakeAtMs - clock.current()
    if (delayMs <= 0 || delayMs > longestDelayMs) return
    // A timer may fire a moment early, and that moment would still be before.
    const timer = setTimeout(look, delayMs + 20)
    return () => clearTimeout(timer)
  }, [wakeAtMs, look, clock])
  return [nowMs, look]
}
