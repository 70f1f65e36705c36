import type { KeyFilter, SortOrder } from '../contract/index.js'
import type { ListParams } from './api-key-queries.js'
import { noSearch, type SearchText, searchParam, toSearchText } from './search-text.js'

/** What a person asked the list for. */
export interface ListState {
  search: SearchText
  /** The search that the server is asked for: follows `search` when typing rests. */
  settledSearch: SearchText
  /** Empty: every status. */
  statuses: readonly KeyFilter[]
  sort: SortOrder
  pageSize: number
  /** The way to this page, one cursor for each page after the first. */
  cursors: readonly string[]
}

export type ListEvent =
  | { type: 'searchTyped'; text: string }
  | { type: 'searchSettled' }
  | { type: 'searchCleared' }
  | { type: 'statusesSet'; statuses: readonly KeyFilter[] }
  | { type: 'statusToggled'; status: KeyFilter }
  | { type: 'sortSet'; sort: SortOrder }
  | { type: 'pageSizeSet'; pageSize: number }
  | { type: 'nextPage'; cursor: string }
  | { type: 'previousPage' }
  | { type: 'firstPage' }

export const initialListState: ListState = {
  search: noSearch,
  settledSearch: noSearch,
  statuses: [],
  sort: '-createdAt',
  pageSize: 25,
  cursors: [],
}

/** Whatever changes which keys are listed, or in what order, begins at the first page again. */
export function reduceList(state: ListState, event: ListEvent): ListState {
  switch (event.type) {
    case 'searchTyped':
      return { ...state, search: toSearchText(event.text) }
    case 'searchSettled':
      return sameSearch(state) ? state : { ...state, settledSearch: state.search, cursors: [] }
    case 'searchCleared':
      return { ...state, search: noSearch, settledSearch: noSearch, cursors: [] }
    case 'statusesSet':
      return { ...state, statuses: event.statuses, cursors: [] }
    case 'statusToggled': {
      const others = state.statuses.filter((status) => status !== event.status)
      const statuses = others.length < state.statuses.length ? others : [...others, event.status]
      return { ...state, statuses, cursors: [] }
    }
    case 'sortSet':
      return { ...state, sort: event.sort, cursors: [] }
    case 'pageSizeSet':
      return { ...state, pageSize: event.pageSize, cursors: [] }
    case 'nextPage':
      return state.cursors.at(-1) === event.cursor
        ? state
        : { ...state, cursors: [...state.cursors, event.cursor] }
    case 'previousPage':
      return state.cursors.length === 0 ? state : { ...state, cursors: state.cursors.slice(0, -1) }
    case 'firstPage':
      return state.cursors.length === 0 ? state : { ...state, cursors: [] }
  }
}

/** Whether what the server is asked for is what the person typed. */
export function sameSearch({ search, settledSearch }: ListState): boolean {
  return search.mode === settledSearch.mode && searchParam(search) === searchParam(settledSearch)
}

/** Whether nobody asked for anything but the beginning of the list. */
export function isUntouched(state: ListState): boolean {
  return (
    searchParam(state.settledSearch) === undefined &&
    state.statuses.length === 0 &&
    state.sort === initialListState.sort &&
    state.cursors.length === 0
  )
}

/** Without what a server takes for granted: so is the first page called by whoever fetches it ahead. */
export function toListParams({ settledSearch, statuses, sort, pageSize, cursors }: ListState): ListParams {
  const search = searchParam(settledSearch)
  const cursor = cursors.at(-1)
  return {
    ...(sort !== initialListState.sort && { sort }),
    ...(pageSize !== initialListState.pageSize && { limit: pageSize }),
    ...(search !== undefined && { search }),
    ...(statuses.length > 0 && { status: [...statuses].sort() }),
    ...(cursor !== undefined && { cursor }),
  }
}
