'use client'

import { replaceEqualDeep } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { ApiKey } from '../contract/index.js'
import type { KeyActState } from './key-states.js'
import { lastHappenedAt } from './last-happened-at.js'
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
  const seenMs = useNow({ now, everyMs: tickMs, wakeAtMs })
  // Not the clock itself: what it says differs each time, and every row would be drawn again with each answer.
  const nowMs = useMemo(() => {
    if (seenMs === null) return seededMs
    // The answer that brought these keys may have told how wrong this machine's clock is.
    const isWrong = Math.abs(now() - seenMs) > tickMs
    return Math.max(isWrong ? now() : seenMs, lastHappenedAt(keys ?? none))
  }, [seenMs, seededMs, keys, now])

  // No state: what is in here is taken only where it says the same.
  const [known] = useState(() => new Map<string, ApiKeyView>())
  const apiKeys = useMemo(() => {
    // Nobody is signed in any more, or another consumer's keys are on their way (UI-12).
    if (!keys) known.clear()
    return keys?.map((key) => {
      const view = toApiKeyView(key, { nowMs, fresh: freshIds.has(key.id), act: stateOf(key.id) })
      // The same object for the same key, whichever search or page it came with: its row is not drawn again.
      const same = replaceEqualDeep(known.get(key.id), view)
      known.set(key.id, same)
      return same
    })
  }, [keys, nowMs, freshIds, stateOf, known])
  return { apiKeys: apiKeys ?? none, nowMs }
}

const none: readonly never[] = []

/** How often to look at the clock, in milliseconds. */
const tickMs = 60_000
