import { DatabaseSync } from 'node:sqlite'
import type { CompiledQuery } from 'kysely'
import { expect, it } from 'vitest'
import { explainDigest, explainDue, explainList, manyKeys } from '../conformance/plans.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'
import { createNodeSqliteDialect } from './node-sqlite-dialect.js'
import { sqliteDifferences } from './sqlite-differences.js'

const newPath = newDatabasePaths()

/** A file with many keys. */
async function openMany(): Promise<DatabaseSync> {
  const path = newPath()
  const store = sqliteStore({ path })
  await store.findForVerification('x')
  await store.close()
  const database = new DatabaseSync(path)
  database.exec(
    manyKeys(
      'WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 20000) SELECT n FROM s',
    ),
  )
  return database
}

const explainOn = (database: DatabaseSync) => (query: CompiledQuery) =>
  database
    .prepare(`EXPLAIN QUERY PLAN ${query.sql}`)
    .all(...query.parameters.map((value) => (typeof value === 'number' ? value : String(value))))
    .map(({ detail }) => detail)
    .join('\n')

it('A list by name reads its page in the order of an index too, from either end', async () => {
  const database = await openMany()
  const dialect = createNodeSqliteDialect(database, 250)
  for (const sort of ['name', '-name'] as const) {
    const [page] = await explainList(dialect, sqliteDifferences, explainOn(database), sort)
    expect(page).toBe('SEARCH latchkey_keys USING INDEX latchkey_keys_named (consumer_id=?)')
  }
  database.close()
})

it('A list reads its page in the order of an index, and counts out of indexes, but for what lay unused for long', async () => {
  const database = await openMany()
  const dialect = createNodeSqliteDialect(database, 250)
  const [page, sums, ...more] = await explainList(dialect, sqliteDifferences, explainOn(database))
  expect(more).toEqual([])
  expect(page).toBe('SEARCH latchkey_keys USING INDEX latchkey_keys_listed (consumer_id=?)')
  const steps = sums?.split('\n') ?? []
  expect(steps).toContain('SEARCH latchkey_keys USING COVERING INDEX latchkey_keys_listed (consumer_id=?)')
  expect(steps).toContain(
    'SEARCH latchkey_keys USING COVERING INDEX latchkey_keys_unused (consumer_id=? AND created_at<?)',
  )
  expect(steps.filter((step) => /INDEX/.test(step) && !/COVERING/.test(step))).toEqual([
    'SEARCH latchkey_keys USING INDEX latchkey_keys_listed (consumer_id=? AND created_at<?)',
  ])
  database.close()
})

it('A sweep over many keys reads by an index, and sorts nothing', async () => {
  const database = await openMany()
  const dialect = createNodeSqliteDialect(database, 250)
  const plans = await explainDue(dialect, sqliteDifferences, explainOn(database))
  for (const plan of plans.expiring) {
    expect(plan).toMatch(/^SEARCH latchkey_keys USING (?:COVERING )?INDEX latchkey_keys_ending \(/)
  }
  for (const plan of plans.stale) {
    expect(plan).toMatch(/^SEARCH latchkey_keys USING (?:COVERING )?INDEX latchkey_keys_idle \(/)
  }
  expect(Object.values(plans).flat().join('\n')).not.toContain('B-TREE')
  database.close()
})

it('An imported key is found among many by the index of digests, however many peppers there are', async () => {
  const database = await openMany()
  const dialect = createNodeSqliteDialect(database, 250)
  expect(await explainDigest(dialect, sqliteDifferences, explainOn(database))).toEqual([
    'SEARCH latchkey_keys USING INDEX latchkey_keys_digest (digest_value=?)',
  ])
  database.close()
})
