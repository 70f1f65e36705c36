import { sql } from 'kysely'
import type { ExpirySighting } from '../../core/api-key-store.js'
import type { SqlAccess } from './sql-access.js'
import { usageSubject } from './subjects.js'

/** In turns with those who count usage, which writes to the same keys: in different orders they would wait for each other. */
export async function recordExpired(access: SqlAccess, sightings: readonly ExpirySighting[]): Promise<void> {
  if (sightings.length === 0) return
  const elements = access.dialect.jsonElements(JSON.stringify(sightings))
  const db = await access.writes()
  await db.transaction().execute(async (trx) => {
    await access.dialect.takeTurns(trx, [usageSubject])
    await sql`
      update latchkey_keys set expired_seen_at = seen.at
      from (
        select value ->> 'keyId' as id, max(cast(value ->> 'atMs' as bigint)) as at
        from ${elements} as entry group by 1
      ) as seen
      where latchkey_keys.id = seen.id and expired_seen_at is null and ends_at <= seen.at
    `.execute(trx)
  })
}
