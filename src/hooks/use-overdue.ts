'use client'

import { useEffect, useState } from 'react'

/** Whether something has been under way for longer than it should, e.g. to say "Still loading…". */
export function useOverdue(active: boolean, afterMs: number): boolean {
  const [isOverdue, setOverdue] = useState(false)
  useEffect(() => {
    if (!active) return
    const timer = setTimeout(() => setOverdue(true), afterMs)
    return () => {
      clearTimeout(timer)
      setOverdue(false)
    }
  }, [active, afterMs])
  return active && isOverdue
}
