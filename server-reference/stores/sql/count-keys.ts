import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { KeyCounts } from '../../../src/contract/index.js'
import type { StoreListQuery } from '../../core/api-key-store.js'
import { noKeyCounts } from '../no-key-counts.js'
import type { KeyDatabase } from './key-database.js'
import { flagSql, revokedLongAgoSql, statusSql } from './key-status-sql.js'

interface ListSums {
  /** Over all of the consumer's keys, whatever the list is filtered by. */
  counts: KeyCounts
  /** How many are listed. */
  total: number
  /** How many of them lie beyond the cursor, in its direction. */
  beyond: number
}

/**
 * All sums of a list in one statement. The groups come out of an index alone, as long as nothing is searched or sorted
 * by that it lacks; the flags, which depend on the last use, are counted by themselves, among those keys that may have
 * them.
 */
export async function countKeys(
  db: Kysely<KeyDatabase>,
  query: StoreListQuery,
  isListed: RawBuilder<boolean>,
  isBeyond: RawBuilder<boolean>,
): Promise<ListSums> {
  const { consumerId, now, warnBeforeSeconds } = query
  const flags = flagSql(query)
  const groups = await db
    .selectFrom('latchkey_keys')
    .select([
      statusSql(now, warnBeforeSeconds).as('status'),
      sql<number>`count(*)`.as('keys'),
      sql<number>`count(case when ${revokedLongAgoSql(query)} then 1 end)`.as('revokedLongAgo'),
      sql<number>`count(case when ${isListed} then 1 end)`.as('listed'),
      sql<number>`count(case when ${isListed} and ${isBeyond} then 1 end)`.as('beyond'),
      countFlagged(db, query, flags.unused).as('unused'),
      countFlagged(db, query, flags.stale).as('stale'),
    ])
    .where('consumer_id', '=', consumerId)
    .groupBy('status')
    .execute()
  const sums = { counts: noKeyCounts(), total: 0, beyond: 0 }
  for (const { status, keys, revokedLongAgo, listed, beyond, unused, stale } of groups) {
    sums.counts[status] = Number(keys)
    sums.counts.total += Number(keys)
    sums.counts.revokedLongAgo += Number(revokedLongAgo)
    // The same in every group: they are of all keys.
    sums.counts.unused = Number(unused)
    sums.counts.stale = Number(stale)
    sums.total += Number(listed)
    sums.beyond += Number(beyond)
  }
  return sums
}

/** By itself: a statement that reads the last use would look at every key for it. */
function countFlagged(db: Kysely<KeyDatabase>, query: StoreListQuery, flag: RawBuilder<boolean>) {
  return db
    .selectFrom('latchkey_keys')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('consumer_id', '=', query.consumerId)
    .where(flag)
}
