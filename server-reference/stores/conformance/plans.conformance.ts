import { type CompiledQuery, type Dialect, Kysely } from 'kysely'
import { expect } from 'vitest'
import type { SortOrder } from '../../../src/contract/index.js'
import type { DueQuery } from '../../core/api-key-store.js'
import { findDue } from '../sql/find-due.js'
import { findByDigest } from '../sql/find-keys.js'
import type { KeyDatabase } from '../sql/key-database.js'
import { listKeys } from '../sql/list-keys.js'
import type { SqlDialect } from '../sql/sql-access.js'
import { day, now, queryFor } from './sample.conformance.js'

const rule = {
  now,
  endsBeforeMs: now + 7 * day * 1000,
  unusedSinceMs: now - 90 * day * 1000,
  limit: 1_000,
}

/** `INSERT … SELECT` of keys that are like each other but for age and end: one in a hundred ends within the week. */
export function manyKeys(series: string): string {
  return `
    INSERT INTO latchkey_keys (id, consumer_id, name, name_folded, environment, prefix, id_start, key_end, scopes,
      ip_allowlist, digest_algorithm, digest_value, version, created_at, updated_at, last_used_at, expires_at)
    SELECT 'Many' || n, 'app_' || (n % 1000), 'key ' || n, 'key ' || n, 'live', 'lk_live_', 'Many', 'ovbm', '[]',
      '[]', 'sha256', '${'0'.repeat(58)}' || (100000 + n), 1, ${now} - CAST(n AS bigint) * 1000000, ${now}, ${now},
      ${now} + CAST(1 + n % 100 AS bigint) * ${6 * day * 1000}
    FROM (${series}) AS series`
}

/** What the database plans for each statement of a list that asks for nothing but an order. */
export async function explainList(
  dialect: Dialect,
  differences: SqlDialect,
  explain: (query: CompiledQuery) => string | Promise<string>,
  sort: SortOrder = '-createdAt',
): Promise<string[]> {
  const { queries, access } = listenTo(dialect, differences)
  // Nobody's keys: what a driver of its own gives as bigint is none of this.
  await listKeys(access, queryFor({ consumerId: 'app_none', limit: 10, withRevokedLongAgo: false, sort }))
  const plans: string[] = []
  for (const query of queries.splice(0)) plans.push(await explain(query))
  return plans
}

/** What the database plans for the read that finds an imported key, which any wrong key of another shape makes. */
export async function explainDigest(
  dialect: Dialect,
  differences: SqlDialect,
  explain: (query: CompiledQuery) => string | Promise<string>,
): Promise<string[]> {
  const { queries, access } = listenTo(dialect, differences)
  await findByDigest(access, [
    { algorithm: 'hmac-sha256', pepperId: '1', value: 'a'.repeat(64) },
    { algorithm: 'sha256', pepperId: null, value: 'b'.repeat(64) },
  ])
  return await Promise.all(queries.splice(0).map(explain))
}

/** What the database plans for each statement of a walk through all that is due. */
export async function explainDue(
  dialect: Dialect,
  differences: SqlDialect,
  explain: (query: CompiledQuery) => string | Promise<string>,
): Promise<Record<DueQuery['kind'], string[]>> {
  const { queries, access } = listenTo(dialect, differences)
  const plansOf = async (kind: DueQuery['kind']) => {
    let cursor: string | null = null
    do {
      const from: string | null = cursor
      const page = await findDue(access, { kind, ...rule, cursor: from })
      cursor = page.nextCursor
    } while (cursor !== null)
    // Not the explanations themselves.
    const plans: string[] = []
    for (const query of queries.splice(0)) plans.push(await explain(query))
    expect(plans.length).toBeGreaterThan(1)
    return plans
  }
  return { expiring: await plansOf('expiring'), stale: await plansOf('stale') }
}

/** Access to a database that notes each statement. */
function listenTo(dialect: Dialect, differences: SqlDialect) {
  const queries: CompiledQuery[] = []
  const reads = new Kysely<KeyDatabase>({ dialect, log: ({ query }) => void queries.push(query) })
  const inTurn = () => Promise.reject(new Error('Whoever explains plans changes nothing.'))
  const access = { reads: async () => reads, writes: async () => reads, inTurn, dialect: differences }
  return { queries, access }
}
