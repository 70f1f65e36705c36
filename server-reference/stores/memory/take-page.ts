import type { Page } from '../../../src/contract/index.js'
import { encodeCursor, type PageCursor } from '../page-cursor.js'

type Position = Pick<PageCursor, 'value' | 'id'>

interface PageRequest<T> {
  /** Everything, in the order of the list. */
  items: readonly T[]
  positionOf: (item: T) => Position
  /** Negative where the first comes before the second. */
  compare: (a: Position, b: Position) => number
  order: string
  limit: number
  cursor: PageCursor | null
}

/** Cuts one page out of a sorted list. */
export function takePage<T>(request: PageRequest<T>): { items: T[]; page: Page } {
  const { items, positionOf, compare, order, limit, cursor } = request
  const sideOf = (item: T) => (cursor ? compare(positionOf(item), cursor) : 1)
  const from =
    cursor?.direction === 'previous'
      ? Math.max(0, items.filter((item) => sideOf(item) < 0).length - limit)
      : items.filter((item) => sideOf(item) <= 0).length
  const end =
    cursor?.direction === 'previous' ? items.filter((item) => sideOf(item) < 0).length : from + limit
  const taken = items.slice(from, end)
  const cursorAt = (item: T | undefined, direction: PageCursor['direction']) =>
    item === undefined ? null : encodeCursor({ order, direction, ...positionOf(item) })
  return {
    items: taken,
    page: {
      nextCursor: end < items.length ? cursorAt(taken.at(-1), 'next') : null,
      previousCursor: from > 0 ? cursorAt(taken[0], 'previous') : null,
      total: items.length,
    },
  }
}
