import type { StoreActivityPage, StoreActivityQuery } from '../../core/api-key-store.js'
import { comparePositions } from '../compare-positions.js'
import { toEventId } from '../event-id.js'
import { decodeCursor } from '../page-cursor.js'
import { takePage } from '../take-page.js'
import type { MemoryState } from './memory-state.js'
import { ownKey } from './to-api-key.js'

export function listActivity(
  state: MemoryState,
  { ref, limit, cursor: text }: StoreActivityQuery,
): StoreActivityPage | null {
  const key = ownKey(state, ref)
  if (!key) return null
  const cursor = text === null ? null : decodeCursor(text, 'activity', 'number')
  if (text !== null && cursor === null) return { ok: false, code: 'cursor_invalid' }
  const items = state.events
    .map((event, index) => ({ sequence: index + 1, event }))
    .filter(({ event: { keyId, consumerId, at } }) =>
      keyId === null
        ? consumerId === ref.consumerId && Date.parse(at) >= Date.parse(key.createdAt)
        : keyId === ref.id,
    )
    .map(({ sequence, event: { consumerId: _, ...event } }) => ({ sequence, event }))
    .reverse()
  const taken = takePage({
    items,
    positionOf: ({ sequence }) => ({ value: sequence, id: '' }),
    compare: (a, b) => comparePositions(b, a),
    order: 'activity',
    limit,
    cursor,
  })
  const events = taken.items.map(({ sequence, event }) => ({
    ...structuredClone(event),
    id: toEventId(sequence),
  }))
  return { ok: true, events, page: taken.page }
}
