import { type Kysely, type Selectable, sql } from 'kysely'
import type { DueKey, DuePage, DueQuery } from '../../core/api-key-store.js'
import type { KeyDatabase, KeyTable } from './key-database.js'
import type { SqlAccess } from './sql-access.js'

/** Where an index that holds no key which cannot be due is entered and left. */
interface Window {
  order: 'ends_at' | 'created_at'
  afterMs: number
  afterId: string
  untilMs: number
}

/**
 * Walks through an index and stops after `limit` keys, whether they are due or not, so that no page takes long. A key
 * that was not used since an instant was not made since either: the second index needs no column that each use changes.
 */
export async function findDue(access: SqlAccess, query: DueQuery): Promise<DuePage> {
  const db = await access.reads()
  const window = toWindow(query)
  const last = await inWindow(db, window)
    .select(['id', window.order])
    .orderBy(window.order)
    .orderBy('id')
    .limit(1)
    .offset(query.limit - 1)
    .executeTakeFirst()
  const rows = await inWindow(db, window)
    .select(['id', 'consumer_id', 'name', 'ends_at', 'last_used_at', 'created_at'])
    .$if(last !== undefined, (select) =>
      select.where(sql<boolean>`(${sql.ref(window.order)}, id) <= (${last?.[window.order]}, ${last?.id})`),
    )
    .$if(query.kind === 'stale', (select) =>
      select
        .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', query.endsBeforeMs)]))
        .where((eb) => eb(eb.fn.coalesce('last_used_at', 'created_at'), '<=', query.unusedSinceMs)),
    )
    .where(wasNotSaid(query.kind))
    .orderBy(window.order)
    .orderBy('id')
    .execute()
  return { keys: rows.map(toDueKey), nextCursor: last ? `${last[window.order]} ${last.id}` : null }
}

function toWindow({ kind, now, endsBeforeMs, unusedSinceMs, cursor }: DueQuery): Window {
  const [afterMs, afterId = ''] = cursor?.split(' ') ?? []
  return kind === 'expiring'
    ? { order: 'ends_at', afterMs: Number(afterMs ?? now + 1), afterId, untilMs: endsBeforeMs }
    : { order: 'created_at', afterMs: Number(afterMs ?? 0), afterId, untilMs: unusedSinceMs }
}

function inWindow(db: Kysely<KeyDatabase>, { order, afterMs, afterId, untilMs }: Window) {
  return db
    .selectFrom('latchkey_keys')
    .where('revoked_at', 'is', null)
    .where('disabled_at', 'is', null)
    .where('replaced_by_id', 'is', null)
    .where(order, 'is not', null)
    .where(sql<boolean>`(${sql.ref(order)}, id) > (${afterMs}, ${afterId})`)
    .where(order, '<=', untilMs)
}

function wasNotSaid(kind: DueQuery['kind']) {
  const about =
    kind === 'expiring' ? sql`cast(ends_at as text)` : sql`coalesce(cast(last_used_at as text), 'never')`
  return sql<boolean>`not exists (
    select 1 from latchkey_notices as said
    where said.key_id = latchkey_keys.id and said.kind = ${kind} and said.about = ${about}
  )`
}

type DueRow = Pick<
  Selectable<KeyTable>,
  'id' | 'consumer_id' | 'name' | 'ends_at' | 'last_used_at' | 'created_at'
>

function toDueKey(row: DueRow): DueKey {
  return {
    id: row.id,
    consumerId: row.consumer_id,
    name: row.name,
    endsAtMs: row.ends_at,
    lastUsedAtMs: row.last_used_at,
    createdAtMs: row.created_at,
  }
}
