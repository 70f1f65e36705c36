'use client'

import type { ApiKeyManagerState } from '../hooks/api-key-manager-state.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import { useListAnnouncements } from './use-list-announcements.js'
import { useOverlapAnnouncements } from './use-overlap-announcements.js'
import type { Speaker } from './voice.js'

export { announceEvent } from './announce-event.js'

export interface AnnouncementsProps {
  manager: ApiKeyManagerState
  speaker: Speaker
  strings: ListStrings
  format: Formatters
}

/** Puts into words what happens on the page, for whoever does not see it. Shows nothing itself. */
export function Announcements({ manager, speaker, strings, format }: AnnouncementsProps) {
  useListAnnouncements(manager, speaker, strings, format)
  useOverlapAnnouncements(manager, speaker.announce, strings, format)
  return null
}
