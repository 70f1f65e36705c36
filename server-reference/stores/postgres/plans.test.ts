import { type CompiledQuery, PostgresDialect } from 'kysely'
import pg from 'pg'
import { expect, it } from 'vitest'
import { explainDigest, explainDue, explainList, manyKeys } from '../conformance/plans.conformance.js'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'
import { postgresDifferences } from './postgres-differences.js'

const database = newTestDatabase()

it('A sweep over many keys, a list of one consumer’s, and the search for an imported one read by an index', async () => {
  const url = await database.newUrl()
  const store = postgresStore({ url })
  await store.findForVerification('x')
  await store.close()
  await database.run(url, manyKeys('SELECT n FROM generate_series(1, 20000) AS n'))
  await database.run(url, 'ANALYZE latchkey_keys')
  const pool = new pg.Pool({ connectionString: url })
  const dialect = new PostgresDialect({ pool })
  const explainOn = (pool: pg.Pool) => async (query: CompiledQuery) => {
    const { rows } = await pool.query<Record<string, string>>(`EXPLAIN ${query.sql}`, [...query.parameters])
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  }
  const explain = explainOn(pool)
  const listPlans = await explainList(dialect, postgresDifferences, explain)
  expect(listPlans).toHaveLength(2)
  for (const plan of listPlans) {
    expect(plan).toMatch(/Index Scan (?:Backward )?(?:using|on) latchkey_keys_(?:created|name)/)
    expect(plan).not.toContain('Seq Scan on latchkey_keys')
  }
  // Twenty keys are sorted as fast as they are found; of many, a page comes out of the index in its order.
  const unsorted = new pg.Pool({ connectionString: `${url}%20-c%20enable_sort%3Doff` })
  for (const sort of ['name', '-name'] as const) {
    const [page] = await explainList(dialect, postgresDifferences, explainOn(unsorted), sort)
    expect(page).toMatch(/Index Scan (?:Backward )?using latchkey_keys_named/)
    expect(page).not.toContain('Sort')
  }
  await unsorted.end()
  const plans = await explainDue(dialect, postgresDifferences, explain)
  // Where few are left, it may gather them by the same index first.
  for (const plan of plans.expiring)
    expect(plan).toMatch(/Index (?:Only )?Scan (?:using|on) latchkey_keys_ending/)
  for (const plan of plans.stale) expect(plan).toMatch(/Index (?:Only )?Scan (?:using|on) latchkey_keys_idle/)
  expect(Object.values(plans).flat().join('\n')).not.toContain('Seq Scan on latchkey_keys')
  const [ofDigest, ...more] = await explainDigest(dialect, postgresDifferences, explain)
  expect(ofDigest).toMatch(/Index Scan (?:using|on) latchkey_keys_digest/)
  expect(ofDigest).not.toContain('Seq Scan')
  expect(more).toEqual([])
  await pool.end()
}, 30_000)
