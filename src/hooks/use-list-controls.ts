'use client'

import { useEffect, useMemo, useRef } from 'react'
import type { ApiKeyClient } from '../client/index.js'
import type { KeyFilter, SortOrder } from '../contract/index.js'
import type { ListParams } from './api-key-queries.js'
import { fromListQuestion, type ListQuestion, toListQuestion } from './list-question.js'
import { type ListState, reduceList, sameSearch, toListParams } from './list-state.js'
import { type SearchText, shownText } from './search-text.js'
import { useLatest } from './use-latest.js'
import { useScopedReducer } from './use-scoped-reducer.js'

export interface ListControlsOptions {
  consumerId?: string | undefined
  /** Keys on one page, 1–100. @default 25 */
  pageSize?: number | undefined
  /** How long typing must rest before the server is asked, in milliseconds. @default 250 */
  searchDelayMs?: number | undefined
  /** What the list is asked for to begin with, e.g. from the address of the page. @default all keys, the newest first */
  initialList?: Partial<ListQuestion> | undefined
  /**
   * Told when the list is asked for something else, e.g. to keep it in the address of the page; at once where a key is
   * in `initialList`, so that it leaves the address it came from.
   */
  onListChange?: ((question: ListQuestion) => void) | undefined
}

/** What a person can ask the list for, and how. */
export interface ListControls {
  state: ListState
  params: ListParams
  /** The server has not been asked yet for what was typed. */
  isUnsettled: boolean
  search: SearchControl
  filters: FilterControl
  sort: SortControl
  verbs: {
    setPageSize(pageSize: number): void
    nextPage(cursor: string): void
    previousPage(): void
    firstPage(): void
  }
}

export interface SearchControl {
  /** What the field shows: what was typed, or the masked form of a key that was pasted. */
  value: string
  set(text: string): void
  clear(): void
  /** What the list is for right now. */
  debouncedValue: string
  /** `key`: somebody pasted a key. It is not sent anywhere; the list is narrowed to it by its public id. */
  mode: 'text' | 'key'
}

export interface FilterControl {
  /** Empty: every status. */
  value: readonly KeyFilter[]
  set(statuses: readonly KeyFilter[]): void
  toggle(status: KeyFilter): void
  reset(): void
  activeCount: number
}

export type SortField = 'createdAt' | 'name' | 'lastUsedAt' | 'expiresAt'

export interface SortControl {
  value: { by: SortField; dir: 'asc' | 'desc' }
  set(value: { by: SortField; dir: 'asc' | 'desc' }): void
  /** Ascending first; the other way round where it is sorted by this already. */
  toggle(by: SortField): void
}

export function useListControls(
  options: ListControlsOptions,
  client: Pick<ApiKeyClient, 'toSearch'>,
): ListControls {
  const { consumerId, pageSize = 25, searchDelayMs = 250, initialList = {} } = options
  const { search: given = '' } = initialList
  const [state, dispatch] = useScopedReducer(
    reduceList,
    fromListQuestion({ ...initialList, search: withoutSecrets(given, client) }, pageSize),
    consumerId ?? null,
  )

  const { search, settledSearch } = state
  const settled = sameSearch(state)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key press begins the wait anew
  useEffect(() => {
    if (settled) return
    const timer = setTimeout(() => dispatch({ type: 'searchSettled' }), searchDelayMs)
    return () => clearTimeout(timer)
  }, [search, settled, searchDelayMs, dispatch])

  const tell = useLatest(options.onListChange)
  const { statuses, sort: order } = state
  const question = useMemo(
    () => toListQuestion({ settledSearch, statuses, sort: order }),
    [settledSearch, statuses, order],
  )
  const told = useRef(question.search === given.trim() ? question : null)
  useEffect(() => {
    if (told.current === question) return
    told.current = question
    tell.current?.(question)
  }, [question, tell])

  return useMemo(() => {
    const sort = fromSortOrder(state.sort)
    const setSort = ({ by, dir }: SortControl['value']) =>
      dispatch({ type: 'sortSet', sort: toSortOrder(by, dir) })
    return {
      state,
      params: toListParams(state),
      isUnsettled: !settled,
      search: {
        ...textsOf(search, settledSearch),
        set: (text) => dispatch({ type: 'searchTyped', text: withoutSecrets(text, client) }),
        clear: () => dispatch({ type: 'searchCleared' }),
      },
      filters: {
        value: state.statuses,
        activeCount: state.statuses.length,
        set: (statuses) => dispatch({ type: 'statusesSet', statuses }),
        toggle: (status) => dispatch({ type: 'statusToggled', status }),
        reset: () => dispatch({ type: 'statusesSet', statuses: [] }),
      },
      sort: {
        value: sort,
        set: setSort,
        toggle: (by) => setSort({ by, dir: sort.by === by && sort.dir === 'asc' ? 'desc' : 'asc' }),
      },
      verbs: {
        setPageSize: (size) => dispatch({ type: 'pageSizeSet', pageSize: size }),
        nextPage: (cursor) => dispatch({ type: 'nextPage', cursor }),
        previousPage: () => dispatch({ type: 'previousPage' }),
        firstPage: () => dispatch({ type: 'firstPage' }),
      },
    }
  }, [state, settled, search, settledSearch, dispatch, client])
}

/** What is looked for in place of a text in which a secret of the client's own shape may be. */
function withoutSecrets(text: string, client: Pick<ApiKeyClient, 'toSearch'>): string {
  return client.toSearch?.(text) ?? text
}

function textsOf(search: SearchText, settled: SearchText) {
  return { value: shownText(search), debouncedValue: shownText(settled), mode: search.mode }
}

function toSortOrder(by: SortField, dir: 'asc' | 'desc'): SortOrder {
  return dir === 'asc' ? by : `-${by}`
}

function fromSortOrder(order: SortOrder): SortControl['value'] {
  const by = sortFields.find((field) => order.endsWith(field)) ?? 'createdAt'
  return { by, dir: order.startsWith('-') ? 'desc' : 'asc' }
}

const sortFields = ['createdAt', 'name', 'lastUsedAt', 'expiresAt'] as const
