'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** How long a key that was just made stands out. */
const freshForMs = 8000

/** Ids of keys that were made on this page a moment ago. */
export function useFreshIds(): [ids: ReadonlySet<string>, add: (id: string) => void] {
  const [ids, setIds] = useState<ReadonlySet<string>>(none)
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())

  useEffect(() => {
    const running = timers.current
    return () => {
      for (const timer of running) clearTimeout(timer)
      running.clear()
      setIds(none)
    }
  }, [])

  const add = useCallback((id: string) => {
    setIds((known) => new Set([...known, id]))
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setIds((known) => new Set([...known].filter((each) => each !== id)))
    }, freshForMs)
    timers.current.add(timer)
  }, [])
  return [ids, add]
}

const none: ReadonlySet<string> = new Set()
