import type { PageCursor } from './page-cursor.js'

type Position = Pick<PageCursor, 'value' | 'id'>

/** Ascending by value, then by id. Text goes by code point, as databases compare UTF-8. */
export function comparePositions(a: Position, b: Position): number {
  return compareValues(a.value, b.value) || compareText(a.id, b.id)
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b))
}

function compareText(a: string, b: string): number {
  const left = Array.from(a, toCodePoint)
  const right = Array.from(b, toCodePoint)
  for (const [index, codePoint] of left.entries()) {
    const other = right[index]
    if (other === undefined) return 1
    if (codePoint !== other) return codePoint - other
  }
  return left.length - right.length
}

function toCodePoint(character: string): number {
  return character.codePointAt(0) ?? 0
}
