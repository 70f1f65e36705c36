import { DatabaseSync } from 'node:sqlite'
import { expect, it } from 'vitest'
import { explainDue, manyKeys } from '../conformance/plans.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'
import { createNodeSqliteDialect } from './node-sqlite-dialect.js'
import { sqliteDifferences } from './sqlite-differences.js'

const newPath = newDatabasePaths()

it('A sweep over many keys reads by an index, and sorts nothing', async () => {
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
  const plans = await explainDue(createNodeSqliteDialect(database, 250), sqliteDifferences, (query) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${query.sql}`)
      .all(...query.parameters.map((value) => (typeof value === 'number' ? value : String(value))))
      .map(({ detail }) => detail)
      .join('\n'),
  )
  for (const plan of plans.expiring) {
    expect(plan).toMatch(/^SEARCH latchkey_keys USING (?:COVERING )?INDEX latchkey_keys_ending \(/)
  }
  for (const plan of plans.stale) {
    expect(plan).toMatch(/^SEARCH latchkey_keys USING (?:COVERING )?INDEX latchkey_keys_idle \(/)
  }
  expect(Object.values(plans).flat().join('\n')).not.toContain('B-TREE')
  database.close()
})
