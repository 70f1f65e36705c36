'use client'

import { useState } from 'react'
import type { LatchkeyError } from '../client/index.js'
import { useCountdown } from './use-countdown.js'
import { useHydrated } from './use-hydrated.js'

/**
 * How many seconds to wait before it makes sense to try again, counted down; 0: now. Runs by this browser's own clock
 * from the moment at which the error is first seen, so that a wrong clock cannot make anybody wait longer.
 */
export function useRetryAfter(error: LatchkeyError | null): number {
  const [seen, setSeen] = useState<{ error: LatchkeyError | null; untilMs: number | null }>(nothingSeen)
  const isLive = useHydrated()
  if (isLive && seen.error !== error) setSeen({ error, untilMs: untilOf(error) })
  const { remainingMs } = useCountdown(seen.error === error ? seen.untilMs : null)
  return Math.ceil(remainingMs / 1000)
}

const nothingSeen = { error: null, untilMs: null }

function untilOf(error: LatchkeyError | null): number | null {
  const seconds = error?.retryAfterSeconds
  return seconds ? Date.now() + seconds * 1000 : null
}
