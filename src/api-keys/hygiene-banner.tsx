'use client'

import { useEffect, useState } from 'react'
import { defaultStaleAfterSeconds } from '../contract/index.js'
import { HygieneBanner as Banner } from '../parts/hygiene-banner.js'
import { useManagerScope } from './manager-context.js'
import { selectAllIn } from './select-all-in.js'

/**
 * Keys that work and that nobody has used for as long as the server calls stale, on whatever page. Reviewing narrows
 * the list to them, and selects those that come first.
 */
export function HygieneBanner() {
  const { manager, look, table } = useManagerScope()
  const [dismissed, setDismissed] = useState(false)
  const [reviews, setReviews] = useState(false)
  const { view, apiKeys, counts, selection, filters, capabilities, isPlaceholderData } = manager
  const isReviewed = filters.value.length === 1 && filters.value[0] === 'stale'
  const isHere = reviews && isReviewed && view === 'ready' && !isPlaceholderData
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when they are here, and not again as they change
  useEffect(() => {
    if (!isHere) return
    setReviews(false)
    selection.set(apiKeys.map(({ id }) => id).filter(selection.selectable))
    selectAllIn(table)?.focus()
  }, [isHere])
  if (dismissed || isReviewed || selection.count > 0 || view !== 'ready') return null
  const days = (capabilities?.staleAfterSeconds ?? defaultStaleAfterSeconds) / 86_400
  return (
    <Banner
      {...look}
      count={counts?.stale ?? 0}
      days={Math.max(1, Math.round(days))}
      onReview={() => {
        setReviews(true)
        filters.set(['stale'])
      }}
      onDismiss={() => setDismissed(true)}
    />
  )
}
