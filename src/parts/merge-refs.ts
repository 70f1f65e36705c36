import type { ForwardedRef, RefObject } from 'react'

/** One ref callback for an element that both the part and its consumer want to hold. Keep it with `useMemo`. */
export function mergeRefs<T>(own: RefObject<T | null>, forwarded: ForwardedRef<T>) {
  return (element: T | null) => {
    own.current = element
    if (typeof forwarded === 'function') forwarded(element)
    else if (forwarded) forwarded.current = element
  }
}
