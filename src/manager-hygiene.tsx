'use client'

import { useState } from 'react'
import type { ApiKeyManagerState } from './hooks/api-key-manager-state.js'
import type { ApiKeyView } from './hooks/to-api-key-view.js'
import type { ListStrings } from './locales/list-strings.js'
import { HygieneBanner } from './parts/hygiene-banner.js'
import type { SlotClassNames } from './parts/slot-class.js'

interface ManagerHygieneProps {
  manager: ApiKeyManagerState
  /** Where a review begins. */
  onReview(): void
  strings: ListStrings
  classNames: SlotClassNames | undefined
}

const staleDays = 90

/** Keys on this page that work and that nobody has used for 90 days; reviewing selects them. */
export function ManagerHygiene({ manager, onReview, ...look }: ManagerHygieneProps) {
  const [dismissed, setDismissed] = useState(false)
  const { apiKeys, nowMs, selection } = manager
  const stale = apiKeys.filter((key) => selection.selectable(key.id) && isStale(key, nowMs))
  if (dismissed || selection.count > 0) return null
  return (
    <HygieneBanner
      {...look}
      count={stale.length}
      days={staleDays}
      onReview={() => {
        selection.set(stale.map(({ id }) => id))
        onReview()
      }}
      onDismiss={() => setDismissed(true)}
    />
  )
}

function isStale({ status, lastUsedAt, createdAt }: ApiKeyView, nowMs: number): boolean {
  const works = status === 'active' || status === 'expiring'
  return works && nowMs - Date.parse(lastUsedAt ?? createdAt) > staleDays * 86_400_000
}
