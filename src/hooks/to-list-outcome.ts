import type { UseQueryResult } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { KeyPage } from '../contract/index.js'
import type { ApiKeyManagerState, ListView } from './api-key-manager-state.js'
import type { SearchText } from './search-text.js'

type ListOutcome = Pick<
  ApiKeyManagerState,
  | 'view'
  | 'status'
  | 'fetchStatus'
  | 'isPending'
  | 'isFetching'
  | 'isPlaceholderData'
  | 'isPaused'
  | 'isError'
  | 'error'
  | 'dataUpdatedAt'
  | 'isOffline'
  | 'isEmpty'
  | 'isFilteredEmpty'
>

interface Circumstances {
  /** What may be shown of the answer. */
  page: KeyPage | undefined
  /** Why there is no answer, also while it is asked for again; null: nothing failed. */
  failure: LatchkeyError | null
  online: boolean
  search: SearchText
  /** Whether the answer on the page is to a search or a choice of statuses. */
  isNarrowed: boolean
}

/** How the list went, in the words of TanStack Query, and as the one word that a UI branches on. */
export function toListOutcome(
  list: UseQueryResult<KeyPage, LatchkeyError>,
  { page, failure, online, search, isNarrowed }: Circumstances,
): ListOutcome {
  const isOffline = !online || failure?.code === 'offline'
  const rows = search.mode === 'key' ? page?.keys.filter(({ id }) => id === search.id) : page?.keys
  // Where all there is was revoked long ago, the list is empty as long as nobody asks for that.
  const isEmpty = !!page && page.counts.total === (isNarrowed ? 0 : page.counts.revokedLongAgo)
  const isFilteredEmpty = !isEmpty && rows?.length === 0
  return {
    view: toView(),
    status: list.status,
    fetchStatus: list.fetchStatus,
    isPending: list.isPending,
    isFetching: list.isFetching,
    isPlaceholderData: list.isPlaceholderData,
    isPaused: list.isPaused,
    isError: list.isError,
    error: failure,
    dataUpdatedAt: list.dataUpdatedAt,
    isOffline,
    isEmpty,
    isFilteredEmpty,
  }

  function toView(): ListView {
    if (!page) {
      if (isOffline && (list.isPaused || failure)) return 'offline'
      return failure ? 'error' : 'loading'
    }
    if (isEmpty) return 'empty'
    return isFilteredEmpty ? 'filtered-empty' : 'ready'
  }
}
