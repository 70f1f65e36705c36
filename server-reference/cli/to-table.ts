import { paint } from './paint.js'
import { toPrintable } from './to-printable.js'

/** Texts in columns, the last one as long as it is. */
export function toTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  hasColours: boolean,
): string {
  const cells = rows.map((row) => row.map(toPrintable))
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => lengthOf(row[column] ?? ''))),
  )
  const toLine = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - lengthOf(cell)))
      .join('  ')
      .trimEnd()
  return [paint('bold', toLine(head), hasColours), ...cells.map(toLine)].join('\n')
}

/** In characters as people count them. */
function lengthOf(text: string): number {
  return Array.from(segments.segment(text)).length
}

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' })
