import { type Kysely, sql } from 'kysely'
import type { KeyCounts } from '../../../src/contract/index.js'
import type { StoreListQuery } from '../../core/api-key-store.js'
import { noKeyCounts } from '../no-key-counts.js'
import type { KeyDatabase } from './key-database.js'
import { flagSql, revokedLongAgoSql, statusSql } from './key-status-sql.js'

/** Over all of the consumer's keys, whatever the list is filtered by. */
export async function countKeys(db: Kysely<KeyDatabase>, query: StoreListQuery): Promise<KeyCounts> {
  const { consumerId, now, warnBeforeSeconds } = query
  const flags = flagSql(query)
  const groups = await db
    .selectFrom('latchkey_keys')
    .select([
      statusSql(now, warnBeforeSeconds).as('status'),
      sql<number>`count(*)`.as('total'),
      sql<number>`count(case when ${flags.unused} then 1 end)`.as('unused'),
      sql<number>`count(case when ${flags.stale} then 1 end)`.as('stale'),
      sql<number>`count(case when ${revokedLongAgoSql(query)} then 1 end)`.as('revokedLongAgo'),
    ])
    .where('consumer_id', '=', consumerId)
    .groupBy('status')
    .execute()
  const counts = noKeyCounts()
  for (const { status, total, unused, stale, revokedLongAgo } of groups) {
    counts[status] = Number(total)
    counts.unused += Number(unused)
    counts.stale += Number(stale)
    counts.revokedLongAgo += Number(revokedLongAgo)
    counts.total += Number(total)
  }
  return counts
}
