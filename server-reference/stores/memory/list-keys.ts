import { type ApiKey, deriveStatus, type KeyCounts, parseInstant } from '../../../src/contract/index.js'
import type { StoreKeyPage, StoreListQuery } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { foldText } from '../fold-text.js'
import { keyOrders, neverExpires, neverUsed } from '../key-order.js'
import { noKeyCounts } from '../no-key-counts.js'
import { decodeCursor } from '../page-cursor.js'
import { staleAfterMs, unusedAfterMs } from '../retention.js'
import { comparePositions } from './compare-positions.js'
import type { MemoryState } from './memory-state.js'
import { takePage } from './take-page.js'
import { toApiKey } from './to-api-key.js'

export function listKeys(state: MemoryState, query: StoreListQuery): StoreKeyPage {
  const { by, descending } = keyOrders[query.sort]
  const cursor =
    query.cursor === null ? null : decodeCursor(query.cursor, query.sort, by === 'name' ? 'string' : 'number')
  if (query.cursor !== null && cursor === null) return { ok: false, code: 'cursor_invalid' }

  const own = Array.from(state.keys.values()).filter(({ consumerId }) => consumerId === query.consumerId)
  const positionOf = (key: StoredKey) => ({ value: sortValueOf[by](key), id: key.id })
  const compare: typeof comparePositions = (a, b) =>
    descending ? comparePositions(b, a) : comparePositions(a, b)
  const items = own.filter((key) => matches(key, query)).sort((a, b) => compare(positionOf(a), positionOf(b)))
  const taken = takePage({ items, positionOf, compare, order: query.sort, limit: query.limit, cursor })
  return { ok: true, keys: taken.items.map(toApiKey), page: taken.page, counts: countKeys(own, query) }
}

const sortValueOf = {
  createdAt: (key) => parseInstant(key.createdAt) ?? 0,
  name: (key) => foldText(key.name),
  lastUsedAt: (key) => (key.lastUsedAt === null ? neverUsed : (parseInstant(key.lastUsedAt) ?? 0)),
  expiresAt: (key) => (key.expiresAt === null ? neverExpires : (parseInstant(key.expiresAt) ?? 0)),
} satisfies Record<string, (key: ApiKey) => string | number>

function matches(key: StoredKey, { search, statuses, now, warnBeforeSeconds }: StoreListQuery): boolean {
  const wanted = search === null ? null : foldText(search)
  const texts = [key.name, key.description ?? '', key.start, key.end]
  return (
    (statuses === null || statuses.includes(deriveStatus(key, now, warnBeforeSeconds))) &&
    (wanted === null || texts.some((text) => foldText(text).includes(wanted)))
  )
}

function countKeys(keys: readonly StoredKey[], { now, warnBeforeSeconds }: StoreListQuery): KeyCounts {
  const counts = { ...noKeyCounts(), total: keys.length }
  for (const key of keys) {
    const status = deriveStatus(key, now, warnBeforeSeconds)
    counts[status] += 1
    if (key.lastUsedAt === null && now - Date.parse(key.createdAt) > unusedAfterMs) counts.unused += 1
    const works = status === 'active' || status === 'expiring'
    if (works && now - Date.parse(key.lastUsedAt ?? key.createdAt) > staleAfterMs) counts.stale += 1
  }
  return counts
}
