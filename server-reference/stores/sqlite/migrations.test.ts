import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { insertAll, rotationOf, sampleKey } from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()

describe('A file that an earlier version made', () => {
  it('keeps its keys, and learns which of them were rotated from which (MG-11)', async () => {
    const path = newPath()
    const before = sqliteStore({ path })
    const first = sampleKey()
    await insertAll(before, first, sampleKey())
    const second = rotationOf(first, { overlapEndsAt: null })
    await before.rotate(second)
    const third = rotationOf(second.successor, { overlapEndsAt: null })
    await before.rotate(third)
    await before.close()
    returnToSecondVersion(path)

    const after = sqliteStore({ path, mustExist: true })
    for (const { id } of [first, second.successor, third.successor]) {
      expect(await after.findForVerification(id)).toMatchObject({ lineageId: first.id, seenExpired: false })
    }
    await after.close()
  })
})

function returnToSecondVersion(path: string): void {
  const database = new DatabaseSync(path)
  for (const index of [
    'keys_ending',
    'keys_idle',
    'usage_day',
    'events_consumer',
    'keys_listed',
    'keys_unused',
    'keys_named',
  ]) {
    database.exec(`DROP INDEX latchkey_${index}`)
  }
  database.exec(`
    CREATE INDEX latchkey_keys_created ON latchkey_keys (consumer_id, created_at, id);
    DROP TRIGGER latchkey_keys_counted;
    DROP TRIGGER latchkey_keys_not_replaced;
    DROP TRIGGER latchkey_events_not_replaced;
    CREATE TRIGGER latchkey_keys_counted AFTER UPDATE OF revoked_at ON latchkey_keys
    BEGIN UPDATE latchkey_changes SET count = count + 1; END;
    ALTER TABLE latchkey_keys DROP COLUMN expired_seen_at;
    ALTER TABLE latchkey_keys DROP COLUMN lineage_id;
    DROP TABLE latchkey_notices;
  `)
  database.exec('UPDATE latchkey_schema SET version = 2')
  database.close()
}
