'use client'

import { useEffect } from 'react'

/**
 * Fetches code as soon as there is time for it, so that it is there before anybody needs it, and before the network or
 * the next deploy takes it away.
 *
 * @param preload the same function between renders
 * @param isDue whether the page has what it needs first
 */
export function usePreloaded(preload: () => void, isDue: boolean): void {
  useEffect(() => (isDue ? whenIdle(preload) : undefined), [preload, isDue])
}

/** Answers how to call it off. */
function whenIdle(run: () => void): () => void {
  // Safari has no such callback.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 1000)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run)
  return () => cancelIdleCallback(handle)
}
