import { type RawBuilder, sql } from 'kysely'
import type { KeyFilter } from '../../../src/contract/index.js'
import type { StoreKeyPage, StoreListQuery } from '../../core/api-key-store.js'
import { foldText } from '../fold-text.js'
import { keyOrders, neverExpires, neverUsed } from '../key-order.js'
import { decodeCursor, goesBack, keepsItem, type PageCursor } from '../page-cursor.js'
import { countKeys } from './count-keys.js'
import { keyColumns, toApiKey } from './key-row.js'
import { flagSql, revokedLongAgoSql, statusSql } from './key-status-sql.js'
import type { SqlAccess } from './sql-access.js'
import { toPage } from './to-page.js'

export async function listKeys(access: SqlAccess, query: StoreListQuery): Promise<StoreKeyPage> {
  const { by, descending } = keyOrders[query.sort]
  const cursor =
    query.cursor === null ? null : decodeCursor(query.cursor, query.sort, by === 'name' ? 'string' : 'number')
  if (query.cursor !== null && cursor === null) return { ok: false, code: 'cursor_invalid' }

  const db = await access.reads()
  const position = sortValues[by]
  const ascending = descending === goesBack(cursor)
  const beyond = isBeyond(position, cursor, ascending)
  const direction = ascending ? 'asc' : 'desc'
  const listed = isListed(query)
  const rows = await db
    .selectFrom('latchkey_keys')
    .select(keyColumns)
    .select(position.as('position'))
    .where('consumer_id', '=', query.consumerId)
    .where(listed)
    .where(beyond)
    .orderBy(position, direction)
    .orderBy('id', direction)
    .limit(query.limit)
    .execute()
  const { counts, total, beyond: keysBeyond } = await countKeys(db, query, listed, beyond)
  const taken = toPage({
    rows,
    positionOf: (row) => ({ value: row.position, id: row.id }),
    order: query.sort,
    cursor,
    total,
    beyond: keysBeyond,
  })
  return { ok: true, keys: taken.rows.map(toApiKey), page: taken.page, counts }
}

/** What each order sorts by. No key's position is null, so that every database agrees where it stands. */
const sortValues = {
  createdAt: sql<string | number>`created_at`,
  name: sql<string | number>`name_folded`,
  lastUsedAt: sql<string | number>`coalesce(last_used_at, ${sql.lit(neverUsed)})`,
  expiresAt: sql<string | number>`coalesce(expires_at, ${sql.lit(neverExpires)})`,
}

function isBeyond(position: typeof sortValues.name, cursor: PageCursor | null, ascending: boolean) {
  if (!cursor) return sql<boolean>`1 = 1`
  const side = sql.raw(`${ascending ? '>' : '<'}${keepsItem(cursor) ? '=' : ''}`)
  return sql<boolean>`(${position}, id) ${side} (${cursor.value}, ${cursor.id})`
}

/** Everything that a key of the consumer must be to be listed. */
function isListed(query: StoreListQuery): RawBuilder<boolean> {
  const { search, statuses, withRevokedLongAgo } = query
  const conditions = [
    ...(withRevokedLongAgo ? [] : [sql`not ${revokedLongAgoSql(query)}`]),
    ...(search === null ? [] : [contains(search)]),
    ...(statuses === null ? [] : [isAnyOf(statuses, query)]),
  ]
  return conditions.length === 0 ? sql`1 = 1` : sql`(${sql.join(conditions, sql` and `)})`
}

/** Any of them, and none where there is none: `in ()` is no SQL everywhere. */
function isAnyOf(filters: readonly KeyFilter[], query: StoreListQuery) {
  const flags = flagSql(query)
  const status = statusSql(query.now, query.warnBeforeSeconds)
  const conditions = [
    sql`1 = 0`,
    ...filters.map((filter) =>
      filter === 'unused' || filter === 'stale' ? flags[filter] : sql`${status} = ${filter}`,
    ),
  ]
  return sql`(${sql.join(conditions, sql` or `)})`
}

/** Literally: what is typed is never a pattern. */
function contains(search: string) {
  const pattern = `%${foldText(search).replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    sql`name_folded`,
    sql`description_folded`,
    sql`lower(id_start)`,
    sql`lower(key_end)`,
  ].map((text) => sql`${text} like ${pattern} escape '\\'`)
  return sql`(${sql.join(conditions, sql` or `)})`
}
