import { sql, type Transaction } from 'kysely'
import type { Notice } from '../../core/api-key-store.js'
import { maxNoticesPerKind } from '../retention.js'
import { appendEvent } from './events.js'
import type { KeyDatabase } from './key-database.js'
import type { SqlAccess } from './sql-access.js'

interface NoticeRow {
  key_id: string
  kind: Notice['kind']
  about: string
}

/** The primary key decides which of two processes was first. In one order, so that no two wait for each other. */
export async function claimNotices(
  access: SqlAccess,
  notices: readonly Notice[],
  now: number,
): Promise<Notice[]> {
  if (notices.length === 0) return []
  const entries = notices.map(({ keyId, kind, about }) => ({ keyId, kind, about }))
  const elements = access.dialect.jsonElements(JSON.stringify(entries))
  const db = await access.writes()
  const rows = await db.transaction().execute(async (trx) => {
    const claimed = await sql<NoticeRow>`
      insert into latchkey_notices (key_id, kind, about, at)
      select value ->> 'keyId', value ->> 'kind', value ->> 'about', ${now}
      from ${elements} as entry
      where exists (select 1 from latchkey_keys where id = value ->> 'keyId')
      order by 1, 2, 3
      on conflict do nothing
      returning key_id, kind, about
    `.execute(trx)
    await forgetOldest(trx, access, claimed.rows)
    for (const { key_id, kind, about } of claimed.rows) {
      const isClaimed = (notice: Notice) =>
        notice.keyId === key_id && notice.kind === kind && notice.about === about
      const event = notices.find(isClaimed)?.event
      if (event) await appendEvent(trx, event)
    }
    return claimed.rows
  })
  return rows.map(({ key_id, kind, about }) => ({ keyId: key_id, kind, about }))
}

/** What is forgotten was said longest ago, so it may be said again; what is new is always said. */
async function forgetOldest(
  trx: Transaction<KeyDatabase>,
  access: SqlAccess,
  claimed: readonly NoticeRow[],
): Promise<void> {
  if (claimed.length === 0) return
  const ids = Array.from(new Set(claimed.map(({ key_id }) => key_id)))
  const crowded = await trx
    .selectFrom('latchkey_notices')
    .select(['key_id', 'kind'])
    .where('key_id', 'in', ids)
    .groupBy(['key_id', 'kind'])
    .having((eb) => eb(eb.fn.countAll(), '>', maxNoticesPerKind))
    .execute()
  // Two that forgot the same in different orders would wait for each other.
  if (crowded.length > 0) await access.dialect.takeTurns(trx, ['notices'])
  for (const { key_id, kind } of crowded) {
    await sql`
      delete from latchkey_notices where key_id = ${key_id} and kind = ${kind} and about in (
        select about from latchkey_notices where key_id = ${key_id} and kind = ${kind}
        order by at desc, about desc limit ${sql.lit(2 ** 31)} offset ${sql.lit(maxNoticesPerKind)}
      )
    `.execute(trx)
  }
}
