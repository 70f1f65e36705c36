import { type Kysely, sql } from 'kysely'
import type { KeyRef, StoreActivityPage, StoreActivityQuery } from '../../core/api-key-store.js'
import { decodeCursor, goesBack, keepsItem, type PageCursor } from '../page-cursor.js'
import { ofConsumer, toActivityEvent } from './events.js'
import type { KeyDatabase } from './key-database.js'
import type { SqlAccess } from './sql-access.js'
import { toPage } from './to-page.js'
import { isKey } from './where-key.js'

export async function listActivity(
  access: SqlAccess,
  { ref, limit, cursor: text }: StoreActivityQuery,
): Promise<StoreActivityPage | null> {
  const db = await access.reads()
  const key = await db.selectFrom('latchkey_keys').select('created_at').where(isKey(ref)).executeTakeFirst()
  if (!key) return null
  const cursor = text === null ? null : decodeCursor(text, 'activity', 'number')
  if (text !== null && cursor === null) return { ok: false, code: 'cursor_invalid' }

  const beyond = isBeyond(cursor)
  const rows = await selectEvents(db, ref, key.created_at)
    .selectAll()
    .where(beyond)
    .orderBy('id', goesBack(cursor) ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  const sums = await selectEvents(db, ref, key.created_at)
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(case when ${beyond} then 1 end)`.as('beyond'),
    ])
    .executeTakeFirstOrThrow()
  const taken = toPage({
    rows,
    positionOf: ({ id }) => ({ value: id, id: '' }),
    order: 'activity',
    cursor,
    total: Number(sums.total),
    beyond: Number(sums.beyond),
  })
  return { ok: true, events: taken.rows.map(toActivityEvent), page: taken.page }
}

/** Two walks through two indexes, each in the order of ids: together they cost no more than the page. */
function selectEvents(db: Kysely<KeyDatabase>, { id, consumerId }: KeyRef, createdAt: number) {
  const ofKey = db.selectFrom('latchkey_events').selectAll().where('key_id', '=', id)
  const ofItsConsumer = db
    .selectFrom('latchkey_events')
    .selectAll()
    .where('consumer_id', '=', consumerId)
    .where('key_id', '=', sql.lit(ofConsumer))
    .where('at', '>=', createdAt)
  return db.selectFrom(ofKey.unionAll(ofItsConsumer).as('event'))
}

/** Newest first, so that the next page is older. */
function isBeyond(cursor: PageCursor | null) {
  if (!cursor) return sql<boolean>`1 = 1`
  const side = sql.raw(`${goesBack(cursor) ? '>' : '<'}${keepsItem(cursor) ? '=' : ''}`)
  return sql<boolean>`id ${side} ${cursor.value}`
}
