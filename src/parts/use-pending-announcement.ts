import { useEffect, useRef } from 'react'
import type { Announce } from './secret-view.js'

/** Says once that something has begun. How it ended is for whoever knows to say. */
export function usePendingAnnouncement(pending: boolean, text: string, announce: Announce | undefined): void {
  const latest = useRef({ text, announce })
  useEffect(() => {
    latest.current = { text, announce }
  })
  useEffect(() => {
    if (pending) latest.current.announce?.(latest.current.text, 'polite')
  }, [pending])
}
