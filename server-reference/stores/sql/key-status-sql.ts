import { sql } from 'kysely'
import type { KeyStatus } from '../../../src/contract/index.js'

/** `deriveStatus` as the database computes it, so that filters and counts need not read every key. */
export function statusSql(now: number, warnBeforeSeconds: number) {
  return sql<KeyStatus>`case
    when revoked_at is not null then 'revoked'
    when ends_at <= ${now} then 'expired'
    when disabled_at is not null then 'disabled'
    when overlap_ends_at is not null then 'rotating'
    when ends_at <= ${now + warnBeforeSeconds * 1000} then 'expiring'
    else 'active' end`
}
