'use client'

import { type ComponentType, lazy } from 'react'
import type { AnnouncementsProps } from './announcements.js'

/** Fetched right after the first paint, which does not wait for what is only heard. Where it does not come, the page works on in silence. */
export const LateAnnouncements = lazy<ComponentType<AnnouncementsProps>>(() =>
  announcements().then(
    ({ Announcements }) => ({ default: Announcements }),
    () => ({ default: () => null }),
  ),
)

export function announcements() {
  return import('./announcements.js')
}
