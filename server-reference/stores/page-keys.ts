import {
  type ApiKey,
  deriveStatus,
  type KeyCounts,
  type KeyFilter,
  parseInstant,
} from '../../src/contract/index.js'
import type { StoreKeyPage, StoreListQuery } from '../core/api-key-store.js'
import { comparePositions } from './compare-positions.js'
import { foldText } from './fold-text.js'
import { keyOrders, neverExpires, neverUsed } from './key-order.js'
import { noKeyCounts } from './no-key-counts.js'
import { decodeCursor } from './page-cursor.js'
import { listRevokedForMs, unusedAfterMs } from './retention.js'
import { takePage } from './take-page.js'

type KeyPageOf<Key> =
  | (Omit<Extract<StoreKeyPage, { ok: true }>, 'keys'> & { keys: Key[] })
  | Extract<StoreKeyPage, { ok: false }>

/** A page of keys that are all at hand: for what keeps them in memory, or fetches all of a consumer's. */
export function pageKeys<Key extends ApiKey>(own: readonly Key[], query: StoreListQuery): KeyPageOf<Key> {
  const { by, descending } = keyOrders[query.sort]
  const cursor =
    query.cursor === null ? null : decodeCursor(query.cursor, query.sort, by === 'name' ? 'string' : 'number')
  if (query.cursor !== null && cursor === null) return { ok: false, code: 'cursor_invalid' }

  const positionOf = (key: ApiKey) => ({ value: sortValueOf[by](key), id: key.id })
  const compare: typeof comparePositions = (a, b) =>
    descending ? comparePositions(b, a) : comparePositions(a, b)
  const items = own.filter((key) => matches(key, query)).sort((a, b) => compare(positionOf(a), positionOf(b)))
  const taken = takePage({ items, positionOf, compare, order: query.sort, limit: query.limit, cursor })
  return { ok: true, keys: taken.items, page: taken.page, counts: countKeys(own, query) }
}

const sortValueOf = {
  createdAt: (key) => parseInstant(key.createdAt) ?? 0,
  name: (key) => foldText(key.name),
  lastUsedAt: (key) => (key.lastUsedAt === null ? neverUsed : (parseInstant(key.lastUsedAt) ?? 0)),
  expiresAt: (key) => (key.expiresAt === null ? neverExpires : (parseInstant(key.expiresAt) ?? 0)),
} satisfies Record<string, (key: ApiKey) => string | number>

function matches(key: ApiKey, query: StoreListQuery): boolean {
  const { search, statuses, withRevokedLongAgo } = query
  const wanted = search === null ? null : foldText(search)
  const texts = [key.name, key.description ?? '', key.start, key.end]
  return (
    (withRevokedLongAgo || !isRevokedLongAgo(key, query)) &&
    (statuses === null || filtersOf(key, query).some((filter) => statuses.includes(filter))) &&
    (wanted === null || texts.some((text) => foldText(text).includes(wanted)))
  )
}

/** Everything that a list can be narrowed to and that is true of a key; its status comes first. */
function filtersOf(key: ApiKey, { now, warnBeforeSeconds, staleAfterSeconds }: StoreListQuery): KeyFilter[] {
  const status = deriveStatus(key, now, warnBeforeSeconds)
  const isUnused =
    key.lastUsedAt === null && key.revokedAt === null && now - Date.parse(key.createdAt) > unusedAfterMs
  const works = status === 'active' || status === 'expiring'
  const silentMs = now - Date.parse(key.lastUsedAt ?? key.createdAt)
  const isStale = works && staleAfterSeconds !== null && silentMs > staleAfterSeconds * 1000
  return [status, ...(isUnused ? (['unused'] as const) : []), ...(isStale ? (['stale'] as const) : [])]
}

function isRevokedLongAgo({ revokedAt }: ApiKey, { now }: StoreListQuery): boolean {
  return revokedAt !== null && now - Date.parse(revokedAt) > listRevokedForMs
}

function countKeys(keys: readonly ApiKey[], query: StoreListQuery): KeyCounts {
  const counts = { ...noKeyCounts(), total: keys.length }
  for (const key of keys) {
    for (const filter of filtersOf(key, query)) counts[filter] += 1
    if (isRevokedLongAgo(key, query)) counts.revokedLongAgo += 1
  }
  return counts
}
