import type { Page } from '../../src/contract/index.js'
import { cursorBeyond, goesBack, keepsItem, type PageCursor } from './page-cursor.js'

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
  const backwards = goesBack(cursor)
  const includes = cursor !== null && keepsItem(cursor)
  const sideOf = (item: T) => (cursor ? compare(positionOf(item), cursor) : 1)
  // How many items lie before the cursor; its own item too, where that is passed or ends the page.
  const edge = items.filter(
    (item) => sideOf(item) < 0 || (sideOf(item) === 0 && backwards === includes),
  ).length
  const from = backwards ? Math.max(0, edge - limit) : edge
  const end = backwards ? edge : from + limit
  const taken = items.slice(from, end)
  const cursorAt = (item: T | undefined, direction: 'next' | 'previous') =>
    cursorBeyond(item === undefined ? null : { order, ...positionOf(item) }, direction, cursor)
  return {
    items: taken,
    page: {
      nextCursor: end < items.length ? cursorAt(taken.at(-1), 'next') : null,
      previousCursor: from > 0 ? cursorAt(taken[0], 'previous') : null,
      total: items.length,
    },
  }
}
