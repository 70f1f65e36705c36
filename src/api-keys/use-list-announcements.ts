'use client'

import { useEffect, useRef } from 'react'
import type { ApiKeyManagerState } from '../hooks/api-key-manager-state.js'
import type { Announcer } from '../hooks/use-announcer.js'
import { quickMs, useOverdue } from '../hooks/use-overdue.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import { readErrorText } from '../parts/error-text.js'

/**
 * Says how the list went: that it takes its time, that it is there or why not, what each search, filter, sort and page
 * brought, whose a pasted key is, and when the network goes or comes.
 */
export function useListAnnouncements(
  manager: ApiKeyManagerState,
  { announce, retract }: Pick<Announcer, 'announce' | 'retract'>,
  strings: ListStrings,
  format: Formatters,
): void {
  const { view, error, isOffline, isSlow, pagination, search, filters, sort } = manager
  const { loading, announce: words } = strings

  const isLoading = view === 'loading'
  const isLate = useOverdue(isLoading, quickMs)
  const wait = isSlow ? loading.slow : loading.label
  useEffect(() => {
    if (isLate) announce(wait)
  }, [isLate, wait, announce])

  const found = search.pasted?.status === 'found' ? search.pasted.key.name : ''
  const whose = search.pasted && strings.identify[search.pasted.status].replace('{name}', () => found)
  useEffect(() => {
    if (whose !== null) announce(whose)
  }, [whose, announce])

  const { total, page, pageSize } = pagination
  const { by, dir } = sort.value
  const settled = view !== 'loading' && !manager.isPlaceholderData && !search.isSearching && total !== null
  const asked = [search.debouncedValue, ...filters.value].join('\n')
  const outcome = settled && {
    asked,
    results: words.results(total),
    whole: total === 0 ? strings.empty.title : words.loaded(total),
    isPart: search.debouncedValue !== '' || filters.value.length > 0,
    total,
    order: strings.sort.current(strings.sort.by[by], strings.sort.direction[by][dir]),
    rows: strings.pager.range((page - 1) * pageSize + 1, Math.min(page * pageSize, total), total),
    place: `${page}/${pageSize}`,
  }
  const before = useRef<Exclude<typeof outcome, false> | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another answer is news, however often it is drawn
  useEffect(() => {
    // Keys of somebody else are nothing that these were before.
    if (isLoading) before.current = null
    if (!outcome) return
    const last = before.current
    before.current = outcome
    if (last === null) announce(outcome.isPart ? outcome.results : outcome.whole)
    else if (last.asked !== outcome.asked) {
      // Whose key it is says more than that there is one.
      if (search.pasted === null) announce(outcome.results)
    } else if (last.order !== outcome.order) announce(outcome.order)
    else if (last.place !== outcome.place) announce(outcome.rows)
    else if (last.total !== outcome.total)
      for (const count of [last.whole, last.results, last.rows]) retract(count)
  }, [isLoading, settled, asked, by, dir, page, pageSize, total])

  const failure =
    view === 'error' && error ? words.failed(strings.error.title, readErrorText(error, strings)) : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words again are news where it failed again
  useEffect(() => {
    if (failure !== null) announce(failure, 'assertive')
  }, [failure, error, announce])

  const isStale = manager.isError && !isOffline && view !== 'error' && view !== 'loading'
  const stale = isStale ? strings.error.staleData(format.dateTime(manager.dataUpdatedAt)) : null
  useEffect(() => {
    if (stale !== null) announce(stale)
  }, [stale, announce])

  const wasOffline = useRef(false)
  useEffect(() => {
    if (wasOffline.current === isOffline) return
    wasOffline.current = isOffline
    announce(isOffline ? words.offline : words.online)
  }, [isOffline, announce, words])
}
