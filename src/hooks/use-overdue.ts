'use client'

import { useEffect, useState } from 'react'

/** In milliseconds: what comes sooner needs no word before it. */
export const quickMs = 400

/** Whether something has been under way for longer than it should, e.g. to say "Still loading…". */
export function useOverdue(active: boolean, afterMs: number): boolean {
  const [isOverdue, setOverdue] = useState(false)
  useEffect(() => {
    if (!active) return
    let isTold = false
    const timer = setTimeout(() => {
      isTold = true
      setOverdue(true)
    }, afterMs)
    return () => {
      clearTimeout(timer)
      // Only where it changes something: it may render all the same.
      if (isTold) setOverdue(false)
    }
  }, [active, afterMs])
  return active && isOverdue
}
