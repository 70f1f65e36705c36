'use client'

import { useEffect, useState } from 'react'
import { createLate } from '../hooks/create-late.js'
import type { AnnouncementsProps } from './announcements.js'

export const lateAnnouncements = /*#__PURE__*/ createLate(() => import('./announcements.js'))

/**
 * Fetched right after the first paint, which does not wait for what is only heard. Where it does not come, the page
 * works on in silence until the list is asked for, or the network is back: then it is fetched again.
 */
export function LateAnnouncements(props: AnnouncementsProps) {
  const [arrived, setArrived] = useState(lateAnnouncements.loaded)
  const { isFetching, isOffline } = props.manager
  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them is a reason to try again
  useEffect(() => {
    if (arrived) return
    let isHere = true
    lateAnnouncements.load().then(
      (all) => isHere && setArrived(all),
      () => undefined,
    )
    return () => {
      isHere = false
    }
  }, [arrived, isFetching, isOffline])
  return arrived && <arrived.Announcements {...props} />
}
