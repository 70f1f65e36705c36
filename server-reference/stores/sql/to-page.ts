import type { Page } from '../../../src/contract/index.js'
import { cursorBeyond, goesBack, type PageCursor } from '../page-cursor.js'

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
  const backwards = goesBack(cursor)
  const rows = backwards ? facts.rows.toReversed() : [...facts.rows]
  const goesOn = beyond > rows.length
  const cameFrom = total > beyond
  const cursorAt = (row: T | undefined, direction: 'next' | 'previous') =>
    cursorBeyond(row === undefined ? null : { order, ...positionOf(row) }, direction, cursor)
  return {
    rows,
    page: {
      nextCursor: (backwards ? cameFrom : goesOn) ? cursorAt(rows.at(-1), 'next') : null,
      previousCursor: (backwards ? goesOn : cameFrom) ? cursorAt(rows[0], 'previous') : null,
      total,
    },
  }
}
