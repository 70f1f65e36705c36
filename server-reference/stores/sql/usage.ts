import { sql, type Transaction } from 'kysely'
import type { Usage } from '../../../src/contract/index.js'
import type { UsageEntry, UsageSeriesQuery } from '../../core/api-key-store.js'
import { toEpochMsOrNull } from './epoch-ms.js'
import type { KeyDatabase } from './key-database.js'
import type { SqlAccess, SqlDialect } from './sql-access.js'
import { usageSubject } from './subjects.js'

/** All or nothing, so that a caller may try again without counting twice. */
export async function recordUsage(access: SqlAccess, entries: readonly UsageEntry[]): Promise<void> {
  if (entries.length === 0) return
  const db = await access.writes()
  await db.transaction().execute(async (trx) => {
    await access.dialect.takeTurns(trx, [usageSubject])
    await writeEntries(trx, access.dialect, entries)
  })
}

async function writeEntries(
  trx: Transaction<KeyDatabase>,
  dialect: SqlDialect,
  entries: readonly UsageEntry[],
): Promise<void> {
  const json = JSON.stringify(
    entries.map(({ lastUsedAt, ...entry }) => ({ ...entry, lastUsedAt: toEpochMsOrNull(lastUsedAt) })),
  )
  const elements = dialect.jsonElements(json)
  await sql`
    insert into latchkey_usage (key_id, day, allowed, denied)
    select value ->> 'keyId', value ->> 'day',
      sum(cast(value ->> 'allowed' as bigint)), sum(cast(value ->> 'denied' as bigint))
    from ${elements} as entry
    where exists (select 1 from latchkey_keys where id = value ->> 'keyId')
    group by 1, 2
    on conflict (key_id, day) do update
    set allowed = latchkey_usage.allowed + excluded.allowed, denied = latchkey_usage.denied + excluded.denied
  `.execute(trx)
  await sql`
    update latchkey_keys set last_used_at = latest.at
    from (
      select value ->> 'keyId' as id, max(cast(value ->> 'lastUsedAt' as bigint)) as at
      from ${elements} as entry group by 1
    ) as latest
    where latchkey_keys.id = latest.id and latest.at is not null
      and (last_used_at is null or last_used_at < latest.at)
  `.execute(trx)
}

/** So many at a time, so that no other write waits for long. */
export async function forgetUsage(access: SqlAccess, beforeDay: string, limit: number): Promise<number> {
  const db = await access.writes()
  return await db.transaction().execute(async (trx) => {
    await access.dialect.takeTurns(trx, [usageSubject])
    const { numAffectedRows = 0n } = await sql`
      delete from latchkey_usage where (key_id, day) in (
        select key_id, day from latchkey_usage where day < ${beforeDay} order by day limit ${limit}
      )
    `.execute(trx)
    return Number(numAffectedRows)
  })
}

export async function usageSeries(
  access: SqlAccess,
  { consumerId, ids, sinceDay }: UsageSeriesQuery,
): Promise<Usage['series']> {
  if (ids.length === 0) return {}
  const db = await access.reads()
  const rows = await db
    .selectFrom('latchkey_keys as key')
    .leftJoin('latchkey_usage as usage', (join) =>
      join.onRef('usage.key_id', '=', 'key.id').on('usage.day', '>=', sinceDay),
    )
    .select(['key.id', 'usage.day', 'usage.allowed', 'usage.denied'])
    .where('key.id', 'in', ids)
    .where('key.consumer_id', '=', consumerId)
    .orderBy('usage.day')
    .execute()
  const series: Usage['series'] = {}
  for (const { id, day, allowed, denied } of rows) {
    const days = series[id] ?? []
    if (day !== null) days.push({ day, allowed: allowed ?? 0, denied: denied ?? 0 })
    series[id] = days
  }
  return series
}
