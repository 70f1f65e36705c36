import { sql } from 'kysely'
import type { DueKey, DueQuery, Notice } from '../../core/api-key-store.js'
import { maxNoticesPerKind } from '../retention.js'
import type { SqlAccess } from './sql-access.js'

export async function findDue(access: SqlAccess, query: DueQuery): Promise<DueKey[]> {
  const { now, endsBeforeMs, unusedSinceMs, afterId, limit } = query
  const db = await access.reads()
  const rows = await db
    .selectFrom('latchkey_keys')
    .select(['id', 'consumer_id', 'name', 'ends_at', 'last_used_at', 'created_at'])
    .where('revoked_at', 'is', null)
    .where('disabled_at', 'is', null)
    .where('replaced_by_id', 'is', null)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .where((eb) =>
      eb.or([
        eb('ends_at', '<=', endsBeforeMs),
        eb(eb.fn.coalesce('last_used_at', 'created_at'), '<=', unusedSinceMs),
      ]),
    )
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    consumerId: row.consumer_id,
    name: row.name,
    endsAtMs: row.ends_at,
    lastUsedAtMs: row.last_used_at,
    createdAtMs: row.created_at,
  }))
}

/** The primary key decides which of two processes was first. In one order, so that no two wait for each other. */
export async function claimNotices(
  access: SqlAccess,
  notices: readonly Notice[],
  now: number,
): Promise<Notice[]> {
  if (notices.length === 0) return []
  const elements = access.dialect.jsonElements(JSON.stringify(notices))
  const db = await access.writes()
  const { rows } = await db.transaction().execute((trx) =>
    sql<{ key_id: string; kind: Notice['kind']; about: string }>`
      insert into latchkey_notices (key_id, kind, about, at)
      select value ->> 'keyId', value ->> 'kind', value ->> 'about', ${now}
      from ${elements} as entry
      where exists (select 1 from latchkey_keys where id = value ->> 'keyId')
        and (
          select count(*) from latchkey_notices
          where key_id = value ->> 'keyId' and kind = value ->> 'kind'
        ) < ${maxNoticesPerKind}
      order by 1, 2, 3
      on conflict do nothing
      returning key_id, kind, about
    `.execute(trx),
  )
  return rows.map(({ key_id, kind, about }) => ({ keyId: key_id, kind, about }))
}
