const pageDirections = ['next', 'previous', 'from', 'until'] as const

/** `next` and `previous` leave the item itself out; `from` (onwards) and `until` (backwards) keep it. */
export type PageDirection = (typeof pageDirections)[number]

/** Where a page begins or ends: the last item already seen, and which way to go from it. */
export interface PageCursor {
  /** What the list was sorted by; a cursor of one order is no cursor of another. */
  order: string
  direction: PageDirection
  /** Sort value of that item. */
  value: string | number
  /** Its id, which breaks ties. */
  id: string
}

export function goesBack(cursor: PageCursor | null): boolean {
  return cursor?.direction === 'previous' || cursor?.direction === 'until'
}

/** Whether the item at the cursor is part of the page. */
export function keepsItem({ direction }: PageCursor): boolean {
  return direction === 'from' || direction === 'until'
}

/**
 * The way on beyond one end of a page. A page that emptied since its cursor was given has no item to name, and is
 * left the way it was entered, from the same place.
 */
export function cursorBeyond(
  item: Pick<PageCursor, 'order' | 'value' | 'id'> | null,
  direction: 'next' | 'previous',
  entered: PageCursor | null,
): string | null {
  if (item) return encodeCursor({ ...item, direction })
  return entered && encodeCursor({ ...entered, direction: direction === 'next' ? 'from' : 'until' })
}

/** base64url of a small JSON array: opaque, and short enough for a query string. */
function encodeCursor({ order, direction, value, id }: PageCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([order, direction, value, id]))
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** null: not a cursor of this order, which the caller answers with `cursor_invalid`. */
export function decodeCursor(text: string, order: string, valueType: 'string' | 'number'): PageCursor | null {
  const parts = parseParts(text)
  if (!Array.isArray(parts) || parts.length !== 4) return null
  const [givenOrder, givenDirection, value, id]: unknown[] = parts
  const direction = pageDirections.find((known) => known === givenDirection)
  if (givenOrder !== order || typeof id !== 'string') return null
  if (direction === undefined) return null
  // No name or id has a NUL, and PostgreSQL refuses to look for one.
  if (id.includes('\0') || String(value).includes('\0')) return null
  if (valueType === 'string' && typeof value === 'string') return { order, direction, value, id }
  if (valueType === 'number' && Number.isSafeInteger(value))
    return { order, direction, value: Number(value), id }
  return null
}

function parseParts(text: string): unknown {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
