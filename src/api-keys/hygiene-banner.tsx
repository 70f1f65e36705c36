'use client'

import { useState } from 'react'
import type { ApiKeyView } from '../hooks/to-api-key-view.js'
import { HygieneBanner as Banner } from '../parts/hygiene-banner.js'
import { useManagerScope } from './manager-context.js'
import { selectAllIn } from './select-all-in.js'

const staleDays = 90

/** Keys on this page that work and that nobody has used for 90 days; reviewing selects them. */
export function HygieneBanner() {
  const { manager, look, table } = useManagerScope()
  const [dismissed, setDismissed] = useState(false)
  const { view, apiKeys, nowMs, selection } = manager
  const stale = apiKeys.filter((key) => selection.selectable(key.id) && isStale(key, nowMs))
  if (dismissed || selection.count > 0 || view !== 'ready') return null
  return (
    <Banner
      {...look}
      count={stale.length}
      days={staleDays}
      onReview={() => {
        selection.set(stale.map(({ id }) => id))
        selectAllIn(table)?.focus()
      }}
      onDismiss={() => setDismissed(true)}
    />
  )
}

function isStale({ status, lastUsedAt, createdAt }: ApiKeyView, nowMs: number): boolean {
  const works = status === 'active' || status === 'expiring'
  return works && nowMs - Date.parse(lastUsedAt ?? createdAt) > staleDays * 86_400_000
}
