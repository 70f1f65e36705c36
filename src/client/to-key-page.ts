import {
  type ApiKey,
  defaultPageSize,
  defaultStaleAfterSeconds,
  deriveStatus,
  type KeyCounts,
  type KeyFilter,
  type KeyPage,
  keyFilters,
  parseInstant,
  type SortOrder,
} from '../contract/index.js'
import type { ListKeys } from './api-key-client.js'

/**
 * What a list is asked for, done here over all keys, for a backend that cannot: search, statuses, order, pages and
 * counts, each as the reference server understands it. A cursor says how many keys come before the page.
 *
 * @param now milliseconds since the epoch
 */
export function toKeyPage(keys: readonly ApiKey[], query: ListKeys, now: number): KeyPage {
  const { sort = '-createdAt', limit = defaultPageSize } = query
  const found = keys.filter((key) => isAskedFor(key, query, now)).sort(compareBy(sort))
  const from = Math.max(0, Number(query.cursor ?? 0) || 0)
  const end = from + limit
  return {
    keys: found.slice(from, end),
    page: {
      nextCursor: end < found.length ? `${end}` : null,
      previousCursor: from > 0 ? `${Math.max(0, from - limit)}` : null,
      total: found.length,
    },
    counts: countKeys(keys, now),
  }
}

function isAskedFor(key: ApiKey, { search = '', status = [] }: ListKeys, now: number): boolean {
  const wanted = fold(search)
  if (wanted === '' && status.length === 0) return !isRevokedLongAgo(key, now)
  const texts = [key.name, key.description ?? '', key.prefix + key.start, key.end]
  return (
    texts.some((text) => fold(text).includes(wanted)) &&
    (status.length === 0 || filtersOf(key, now).some((filter) => status.includes(filter)))
  )
}

const dayMs = 86_400_000

/** Everything that a list can be narrowed to and that is true of a key. */
function filtersOf(key: ApiKey, now: number): KeyFilter[] {
  const status = deriveStatus(key, now)
  const ageMs = now - msOf(key.createdAt, now)
  const silentMs = now - msOf(key.lastUsedAt ?? key.createdAt, now)
  const works = status === 'active' || status === 'expiring'
  const isUnused = key.revokedAt === null && key.lastUsedAt === null && ageMs > dayMs
  const isStale = works && silentMs > defaultStaleAfterSeconds * 1000
  return [status, ...(isUnused ? (['unused'] as const) : []), ...(isStale ? (['stale'] as const) : [])]
}

function isRevokedLongAgo({ revokedAt }: ApiKey, now: number): boolean {
  return revokedAt !== null && now - msOf(revokedAt, now) > 30 * dayMs
}

function countKeys(keys: readonly ApiKey[], now: number): KeyCounts {
  const found = keys.flatMap((key) => filtersOf(key, now))
  const count = (filter: KeyFilter) => found.filter((each) => each === filter).length
  const [active, expiring, rotating, disabled, expired, revoked, unused, stale] = keyFilters.map(count)
  return {
    active: active ?? 0,
    expiring: expiring ?? 0,
    rotating: rotating ?? 0,
    disabled: disabled ?? 0,
    expired: expired ?? 0,
    revoked: revoked ?? 0,
    unused: unused ?? 0,
    stale: stale ?? 0,
    revokedLongAgo: keys.filter((key) => isRevokedLongAgo(key, now)).length,
    total: keys.length,
  }
}

type Position = [value: string | number, id: string]

/** Ascending or descending as a whole, so that the order of two equal keys turns round with it. */
function compareBy(sort: SortOrder): (one: ApiKey, other: ApiKey) => number {
  const descending = sort.startsWith('-')
  const positionOf = (key: ApiKey): Position => [positions[sort.replace('-', '')]?.(key) ?? 0, key.id]
  return (one, other) => {
    const order = compare(positionOf(one), positionOf(other))
    return descending ? -order : order
  }
}

/** A key that was never used comes before every use; one that never expires, after every end. */
const positions: Readonly<Record<string, (key: ApiKey) => string | number>> = {
  createdAt: (key) => msOf(key.createdAt, 0),
  name: (key) => fold(key.name),
  lastUsedAt: (key) => (key.lastUsedAt === null ? -1 : msOf(key.lastUsedAt, 0)),
  expiresAt: (key) => (key.expiresAt === null ? Number.MAX_SAFE_INTEGER : msOf(key.expiresAt, 0)),
}

function compare([value, id]: Position, [otherValue, otherId]: Position): number {
  if (value !== otherValue) return value < otherValue ? -1 : 1
  return id === otherId ? 0 : id < otherId ? -1 : 1
}

function msOf(instant: string, otherwise: number): number {
  return parseInstant(instant) ?? otherwise
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
