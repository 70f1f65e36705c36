'use client'

import { useEffect, useRef } from 'react'
import { type ApiKey, endOf } from '../contract/index.js'
import type { Announcer } from '../hooks/use-announcer.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import { overlapMilestone } from './overlap-milestone.js'

/** Says when a replaced key on the page is about to stop working. The countdown beside it is silent: it would never stop. */
export function useOverlapAnnouncements(
  { apiKeys, nowMs }: { apiKeys: readonly RotatedKey[]; nowMs: number },
  announce: Announcer['announce'],
  { announce: words }: ListStrings,
  format: Formatters,
): void {
  const seen = useRef<ReadonlyMap<string, number>>(new Map())
  useEffect(() => {
    const before = seen.current
    const lefts = new Map<string, number>()
    const news: string[] = []
    for (const key of apiKeys) {
      const end = endOf(key)
      if (end === null || key.revokedAt !== null || key.rotation?.replacedById === undefined) continue
      const left = end - nowMs
      lefts.set(key.id, left)
      const milestone = overlapMilestone(before.get(key.id) ?? left, left)
      if (milestone === 0) news.push(words.overlapEnded(key.name))
      else if (milestone !== null) news.push(words.overlapEnding(key.name, format.span(milestone, 'long')))
    }
    seen.current = lefts
    // One sentence after the other in one announcement: a second one would take the place of the first.
    if (news.length > 0) announce(news.join(' '))
  }, [apiKeys, nowMs, announce, words, format])
}

type RotatedKey = Pick<ApiKey, 'id' | 'name' | 'expiresAt' | 'revokedAt' | 'rotation'>
