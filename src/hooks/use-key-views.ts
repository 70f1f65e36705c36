'use client'

import { useCallback, useMemo, useState } from 'react'
import type { ApiKey } from '../contract/index.js'
import type { KeyActState } from './key-states.js'
import { nextChangeAt } from './next-change-at.js'
import { type ApiKeyView, toApiKeyView } from './to-api-key-view.js'
import { useNow } from './use-now.js'

interface ViewOptions {
  /** Milliseconds since the epoch. Not asked before a browser has taken over what a server rendered. */
  now: () => number
  /** What to tell times by until then, in milliseconds since the epoch. */
  seededMs: number
  freshIds: ReadonlySet<string>
  stateOf(id: string): KeyActState
}

/** Keys as they are at this moment: looked at again each minute, when new ones come, and when one runs out. */
export function useKeyViews(
  keys: readonly ApiKey[] | undefined,
  { now, seededMs, freshIds, stateOf }: ViewOptions,
): { apiKeys: readonly ApiKeyView[]; nowMs: number } {
  const wakeAtMs = useCallback((ms: number) => (keys ? nextChangeAt(keys, ms) : null), [keys])
  const [seenMs, look] = useNow({ now, wakeAtMs })
  const nowMs = seenMs ?? seededMs

  // New keys may be younger than the last look at the clock. In this render, so that their rows render once and not twice.
  const [seenKeys, setSeenKeys] = useState(keys)
  if (seenKeys !== keys) {
    setSeenKeys(keys)
    if (seenMs !== null) look()
  }

  const apiKeys = useMemo(
    () => keys?.map((key) => toApiKeyView(key, { nowMs, fresh: freshIds.has(key.id), act: stateOf(key.id) })),
    [keys, nowMs, freshIds, stateOf],
  )
  return { apiKeys: apiKeys ?? none, nowMs }
}

const none: readonly ApiKeyView[] = []
