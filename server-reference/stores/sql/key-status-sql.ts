import { sql } from 'kysely'
import type { KeyStatus, keyFlags } from '../../../src/contract/index.js'
import type { StoreListQuery } from '../../core/api-key-store.js'
import { listRevokedForMs, unusedAfterMs } from '../retention.js'

/**
 * `ends_at`, as the columns say it of which it is made: SQLite looks at a key where it could take them out of an index.
 */
const endSql = sql<number | null>`(case when overlap_ends_at is null or expires_at < overlap_ends_at
  then expires_at else overlap_ends_at end)`

/** `deriveStatus` as the database computes it, so that filters and counts need not read every key. */
export function statusSql(now: number, warnBeforeSeconds: number) {
  return sql<KeyStatus>`case
    when revoked_at is not null then 'revoked'
    when ${endSql} <= ${now} then 'expired'
    when disabled_at is not null then 'disabled'
    when overlap_ends_at is not null then 'rotating'
    when ${endSql} <= ${now + warnBeforeSeconds * 1000} then 'expiring'
    else 'active' end`
}

/** The flags of a key, as `statusSql` has its status. */
export function flagSql({ now, warnBeforeSeconds, staleAfterSeconds }: Moment) {
  const silentSince = now - (staleAfterSeconds ?? 0) * 1000
  return {
    unused: sql<boolean>`(last_used_at is null and revoked_at is null and created_at < ${now - unusedAfterMs})`,
    stale:
      staleAfterSeconds === null
        ? sql<boolean>`1 = 0`
        : // Nobody uses a key before it is made, so those that are younger need not be looked at.
          sql<boolean>`(created_at < ${silentSince} and coalesce(last_used_at, created_at) < ${silentSince}
            and ${statusSql(now, warnBeforeSeconds)} in ('active', 'expiring'))`,
  } satisfies Record<(typeof keyFlags)[number], unknown>
}

/** Whether a key was revoked so long ago that a list leaves it out unless it is asked for. */
export function revokedLongAgoSql({ now }: Pick<Moment, 'now'>) {
  return sql<boolean>`(revoked_at is not null and revoked_at < ${now - listRevokedForMs})`
}

type Moment = Pick<StoreListQuery, 'now' | 'warnBeforeSeconds' | 'staleAfterSeconds'>
