import { type Kysely, sql } from 'kysely'
import type { KeyCounts } from '../../../src/contract/index.js'
import type { StoreListQuery } from '../../core/api-key-store.js'
import { noKeyCounts } from '../no-key-counts.js'
import { staleAfterMs, unusedAfterMs } from '../retention.js'
import type { KeyDatabase } from './key-database.js'
import { statusSql } from './key-status-sql.js'

/** Over all of the consumer's keys, whatever the list is filtered by. */
export async function countKeys(
  db: Kysely<KeyDatabase>,
  { consumerId, now, warnBeforeSeconds }: StoreListQuery,
): Promise<KeyCounts> {
  const isUnused = sql`last_used_at is null and created_at < ${now - unusedAfterMs}`
  const isStale = sql`coalesce(last_used_at, created_at) < ${now - staleAfterMs}`
  const groups = await db
    .selectFrom('latchkey_keys')
    .select([
      statusSql(now, warnBeforeSeconds).as('status'),
      sql<number>`count(*)`.as('total'),
      sql<number>`count(case when ${isUnused} then 1 end)`.as('unused'),
      sql<number>`count(case when ${isStale} then 1 end)`.as('stale'),
    ])
    .where('consumer_id', '=', consumerId)
    .groupBy('status')
    .execute()
  const counts = noKeyCounts()
  for (const { status, total, unused, stale } of groups) {
    counts[status] = Number(total)
    counts.unused += Number(unused)
    if (status === 'active' || status === 'expiring') counts.stale += Number(stale)
    counts.total += Number(total)
  }
  return counts
}
