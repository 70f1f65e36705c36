'use client'

import { useEffect, useRef } from 'react'
import type { ApiKeyManagerState } from './hooks/api-key-manager-state.js'
import type { LatchkeyEvent } from './hooks/latchkey-event.js'
import type { Announcer } from './hooks/use-announcer.js'
import type { ListStrings } from './locales/list-strings.js'
import { errorText } from './parts/error-text.js'

/** Says an event in words. What a dialog already says as an alert is not said twice. */
export function announceEvent(
  event: LatchkeyEvent,
  name: string,
  { announce }: Announcer,
  strings: ListStrings,
) {
  const words = strings.announce
  switch (event.type) {
    case 'created':
    case 'rotated':
      return announce(words[event.type](event.key.name), 'assertive')
    case 'revoked':
      return announce(words.revoked(event.key.name))
    case 'updated':
      if (event.patch.name !== undefined) return announce(words.renamed(event.key.name))
      if (event.patch.enabled !== undefined) {
        return announce(words[event.patch.enabled ? 'enabled' : 'disabled'](event.key.name))
      }
      return
    case 'failed':
      if (event.action === 'setEnabled')
        announce(words.failed(name, errorText(event.error, strings)), 'assertive')
  }
}

/** Says how the list went: once when it is there, after each search and filter, and when the network goes or comes. */
export function useListAnnouncements(
  manager: ApiKeyManagerState,
  announce: Announcer['announce'],
  strings: ListStrings,
): void {
  const { view, isOffline, pagination, search, filters } = manager
  const settled = view !== 'loading' && !manager.isPlaceholderData && !search.isSearching
  const total = pagination.total
  const asked = [search.debouncedValue, ...filters.value].join('\n')
  const said = useRef<{ asked: string | null; isOffline: boolean }>({ asked: null, isOffline: false })

  useEffect(() => {
    if (!settled || total === null || said.current.asked === asked) return
    const isFirst = said.current.asked === null
    said.current.asked = asked
    announce(isFirst ? strings.announce.loaded(total) : strings.announce.results(total))
  }, [settled, total, asked, announce, strings])

  useEffect(() => {
    if (said.current.isOffline === isOffline) return
    said.current.isOffline = isOffline
    announce(isOffline ? strings.announce.offline : strings.announce.online)
  }, [isOffline, announce, strings])
}
