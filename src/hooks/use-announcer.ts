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
}

/** What a live region is to say. */
export function useAnnouncer(): Announcer {
  const [spoken, setSpoken] = useState<Pick<Announcer, 'polite' | 'assertive'>>(nothing)
  const announce = useCallback<Announcer['announce']>((text, politeness = 'polite') => {
    setSpoken((before) => ({ ...before, [politeness]: { id: (before[politeness]?.id ?? 0) + 1, text } }))
  }, [])
  return { ...spoken, announce }
}

const nothing = { polite: null, assertive: null }
