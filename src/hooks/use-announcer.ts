'use client'

import { useCallback, useState } from 'react'

/** Something to be said aloud. A new `id` says it again, even in the same words. */
export interface SpokenText {
  id: number
  text: string
}

export interface Announcer {
  /** Waits until the person is idle. */
  polite: SpokenText | null
  /** Interrupts. */
  assertive: SpokenText | null
  announce(text: string, politeness?: 'polite' | 'assertive'): void
  /** Takes back what is no longer true, in silence; whatever else was said since stays. */
  retract(text: string): void
}

/** What a live region is to say. */
export function useAnnouncer(): Announcer {
  const [spoken, setSpoken] = useState<Pick<Announcer, 'polite' | 'assertive'>>(nothing)
  const announce = useCallback<Announcer['announce']>((text, politeness = 'polite') => {
    setSpoken((before) => ({ ...before, [politeness]: { id: (before[politeness]?.id ?? 0) + 1, text } }))
  }, [])
  const retract = useCallback((text: string) => {
    setSpoken((before) => (before.polite?.text === text ? { ...before, polite: null } : before))
  }, [])
  return { ...spoken, announce, retract }
}

const nothing = { polite: null, assertive: null }
