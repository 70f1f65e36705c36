import type { Page } from '../../../src/contract/index.js'
import { encodeCursor, type PageCursor } from '../page-cursor.js'

interface PageFacts<T> {
  /** In the order in which the database gave them: backwards on the way to a previous page. */
  rows: readonly T[]
  positionOf: (row: T) => Pick<PageCursor, 'value' | 'id'>
  order: string
  cursor: PageCursor | null
  total: number
  /** How many of `total` lie beyond the cursor, in its direction. */
  beyond: number
}

/** The page and the way on from both of its ends. */
export function toPage<T>(facts: PageFacts<T>): { rows: T[]; page: Page } {
  const { positionOf, order, cursor, total, beyond } = facts
  const backwards = cursor?.direction === 'previous'
  const rows = backwards ? facts.rows.toReversed() : [...facts.rows]
  const goesOn = beyond > rows.length
  const cameFrom = total > beyond
  const cursorAt = (row: T | undefined, direction: PageCursor['direction']) =>
    row === undefined ? null : encodeCursor({ order, direction, ...positionOf(row) })
  return {
    rows,
    page: {
      nextCursor: (backwards ? cameFrom : goesOn) ? cursorAt(rows.at(-1), 'next') : null,
      previousCursor: (backwards ? goesOn : cameFrom) ? cursorAt(rows[0], 'previous') : null,
      total,
    },
  }
}
