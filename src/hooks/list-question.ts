import type { KeyFilter, SortOrder } from '../contract/index.js'
import { initialListState, type ListState } from './list-state.js'
import { searchParam, toSearchText } from './search-text.js'

/** What the list is asked for, in words that fit an address. Never holds a key that somebody pasted. */
export interface ListQuestion {
  /** Empty: nothing is looked for. */
  search: string
  /** Empty: every status. */
  statuses: readonly KeyFilter[]
  sort: SortOrder
}

export function toListQuestion({
  settledSearch,
  statuses,
  sort,
}: Pick<ListState, 'settledSearch' | 'statuses' | 'sort'>): ListQuestion {
  return { search: (settledSearch.mode === 'text' && searchParam(settledSearch)) || '', statuses, sort }
}

/** The state to begin with. */
export function fromListQuestion(question: Partial<ListQuestion>, pageSize: number): ListState {
  const { search = '', statuses = [], sort = initialListState.sort } = question
  const text = toSearchText(search)
  return { ...initialListState, search: text, settledSearch: text, statuses, sort, pageSize }
}
