import type { KeyPage } from '../contract/index.js'
import type { ListControls } from './use-list-controls.js'

/** Where in a list that is paged by cursors this page is. */
export interface Pagination {
  kind: 'cursor'
  /** 1 for the first. */
  page: number
  pageSize: number
  /** How many keys there are over all pages; null: not known yet. */
  total: number | null
  hasNext: boolean
  hasPrevious: boolean
  next(): void
  previous(): void
  first(): void
  setPageSize(pageSize: number): void
  /** Another page was asked for and is not there yet; the one before stays on the page. */
  isNavigating: boolean
}

export function toPagination(
  { state, verbs }: ListControls,
  data: KeyPage | undefined,
  isPlaceholder: boolean,
): Pagination {
  // The cursor of a page that is no longer the one asked for would lead astray.
  const cursor = isPlaceholder ? null : (data?.page.nextCursor ?? null)
  return {
    kind: 'cursor',
    page: state.cursors.length + 1,
    pageSize: state.pageSize,
    total: data?.page.total ?? null,
    hasNext: cursor !== null,
    hasPrevious: state.cursors.length > 0,
    next: () => (cursor === null ? undefined : verbs.nextPage(cursor)),
    previous: verbs.previousPage,
    first: verbs.firstPage,
    setPageSize: verbs.setPageSize,
    isNavigating: isPlaceholder,
  }
}
