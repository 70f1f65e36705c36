import { type Kysely, sql } from 'kysely'
import type { StoreActivityPage, StoreActivityQuery } from '../../core/api-key-store.js'
import { decodeCursor, goesBack, keepsItem, type PageCursor } from '../page-cursor.js'
import { toActivityEvent } from './events.js'
import type { KeyDatabase } from './key-database.js'
import type { SqlAccess } from './sql-access.js'
import { toPage } from './to-page.js'
import { isKey } from './where-key.js'

export async function listActivity(
  access: SqlAccess,
  { ref, limit, cursor: text }: StoreActivityQuery,
): Promise<StoreActivityPage | null> {
  const db = await access.reads()
  const key = await db.selectFrom('latchkey_keys').select('id').where(isKey(ref)).executeTakeFirst()
  if (!key) return null
  const cursor = text === null ? null : decodeCursor(text, 'activity', 'number')
  if (text !== null && cursor === null) return { ok: false, code: 'cursor_invalid' }

  const beyond = isBeyond(cursor)
  const rows = await selectEvents(db, ref.id)
    .selectAll()
    .where(beyond)
    .orderBy('id', goesBack(cursor) ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  const sums = await selectEvents(db, ref.id)
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

function selectEvents(db: Kysely<KeyDatabase>, keyId: string) {
  return db.selectFrom('latchkey_events').where('key_id', '=', keyId)
}

/** Newest first, so that the next page is older. */
function isBeyond(cursor: PageCursor | null) {
  if (!cursor) return sql<boolean>`1 = 1`
  const side = sql.raw(`${goesBack(cursor) ? '>' : '<'}${keepsItem(cursor) ? '=' : ''}`)
  return sql<boolean>`id ${side} ${cursor.value}`
}
