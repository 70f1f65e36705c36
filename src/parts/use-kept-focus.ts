import { type RefObject, useEffect } from 'react'

/** Keeps the focus in the element from going astray, with what is fetched for that right after the first paint. */
export function useKeptFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = element.current
    if (!root) return
    let isHere = true
    let stop = () => {
      isHere = false
    }
    import('./keep-focus.js').then(
      ({ keepFocus }) => {
        if (isHere) stop = keepFocus(root)
      },
      // The page works without it, as any page does whose elements come and go.
      () => undefined,
    )
    return () => stop()
  }, [element])
}
