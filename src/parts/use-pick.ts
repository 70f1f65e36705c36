import { useCallback, useEffect, useRef } from 'react'

/**
 * Ticks one scope of a choice. The function stays the same between renders, so that a row of hundreds renders only
 * when it is ticked itself; several calls in one go add up.
 */
export function usePick(picked: ReadonlySet<string>, onPicked: (picked: ReadonlySet<string>) => void) {
  const latest = useRef({ picked, onPicked })
  useEffect(() => {
    latest.current = { picked, onPicked }
  })
  return useCallback((scope: string, on: boolean) => {
    const next = new Set(latest.current.picked)
    if (on) next.add(scope)
    else next.delete(scope)
    latest.current.picked = next
    latest.current.onPicked(next)
  }, [])
}
