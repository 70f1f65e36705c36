'use client'

import { useState } from 'react'
import { defaultStaleAfterSeconds } from '../contract/index.js'
import { HygieneBanner as Banner } from '../parts/hygiene-banner.js'
import { useManagerScope } from './manager-context.js'
import { selectAllIn } from './select-all-in.js'

/**
 * Keys that work and that nobody has used for 90 days, on whatever page. Reviewing selects those on this one; where
 * there are none, it first brings them here, as what was used longest ago.
 */
export function HygieneBanner() {
  const { manager, look, table } = useManagerScope()
  const [dismissed, setDismissed] = useState(false)
  const { view, apiKeys, nowMs, counts, selection, sort } = manager
  const stale = apiKeys.filter(
    ({ id, status, lastUsedAt, createdAt }) =>
      selection.selectable(id) &&
      (status === 'active' || status === 'expiring') &&
      nowMs - Date.parse(lastUsedAt ?? createdAt) > defaultStaleAfterSeconds * 1000,
  )
  if (dismissed || selection.count > 0 || view !== 'ready') return null
  return (
    <Banner
      {...look}
      count={counts?.stale ?? 0}
      days={defaultStaleAfterSeconds / 86_400}
      onReview={() => {
        if (stale.length === 0) return sort.set({ by: 'lastUsedAt', dir: 'asc' })
        selection.set(stale.map(({ id }) => id))
        selectAllIn(table)?.focus()
      }}
      onDismiss={() => setDismissed(true)}
    />
  )
}
