import { type RefObject, useEffect } from 'react'

/**
 * Keeps the focus in the element from going astray, with what is fetched for that right after the first paint. Where it
 * does not come, the page works without it, as any page does whose elements come and go; the next focus fetches it
 * again.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = element.current
    if (!root) return
    let isHere = true
    let stop: (() => void) | undefined
    const begin = () => {
      import('./keep-focus.js').then(
        ({ keepFocus }) => {
          if (isHere) stop ??= keepFocus(root)
        },
        () => undefined,
      )
    }
    begin()
    root.addEventListener('focusin', begin)
    return () => {
      isHere = false
      root.removeEventListener('focusin', begin)
      stop?.()
    }
  }, [element])
}
