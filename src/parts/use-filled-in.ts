import { useEffect } from 'react'

/** Tells whoever guards a form whether something would be lost with it, and that nothing is once it is gone. */
export function useFilledIn(is: boolean, tell: ((is: boolean) => void) | undefined): void {
  useEffect(() => {
    tell?.(is)
    return () => tell?.(false)
  }, [is, tell])
}
