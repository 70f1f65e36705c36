import { DatabaseSync } from 'node:sqlite'
import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { insertAll, insertionOf, refOf, revocationOf, sampleKey } from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'
import { openSqlite } from './open-sqlite.js'

const newPath = newDatabasePaths()

async function openWithKey(busyTimeoutMs = 250) {
  const path = newPath()
  const store = sqliteStore({ path, busyTimeoutMs })
  const key = sampleKey()
  await insertAll(store, key)
  return { path, store, key, other: new DatabaseSync(path) }
}

describe('connections (ST-8)', () => {
  it('write ahead and in full, check references, trust no schema, and never sleep for long', async () => {
    const connections = await openSqlite({
      path: newPath(),
      busyTimeoutMs: 9_999,
      mustExist: false,
      now: Date.now,
    })
    for (const db of [connections.writes, connections.reads]) {
      const pragma = async (name: string) => {
        const { rows } = await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(`PRAGMA ${name}`))
        return Object.values(rows[0] ?? {})[0]
      }
      expect(await pragma('journal_mode')).toBe('wal')
      expect(await pragma('synchronous')).toBe(2)
      expect(await pragma('foreign_keys')).toBe(1)
      expect(await pragma('trusted_schema')).toBe(0)
      expect(await pragma('busy_timeout')).toBeLessThanOrEqual(250)
    }
    await connections.close()
  })

  it('that read cannot write', async () => {
    const connections = await openSqlite({
      path: newPath(),
      busyTimeoutMs: 0,
      mustExist: false,
      now: Date.now,
    })
    await expect(connections.reads.deleteFrom('latchkey_usage').execute()).rejects.toThrow('readonly')
    await connections.close()
  })

  it('that read see nothing of a change that is not committed', async () => {
    const connections = await openSqlite({
      path: newPath(),
      busyTimeoutMs: 0,
      mustExist: false,
      now: Date.now,
    })
    await connections.writes.transaction().execute(async (trx) => {
      await trx.insertInto('latchkey_suspensions').values({ consumer_id: 'app_1', suspended_at: 1 }).execute()
      expect(await connections.reads.selectFrom('latchkey_suspensions').selectAll().execute()).toEqual([])
    })
    expect(await connections.reads.selectFrom('latchkey_suspensions').selectAll().execute()).toHaveLength(1)
    await connections.close()
  })
})

describe('a database that another program has locked (fault 8)', () => {
  it('answers reads and refuses writes, and holds up nothing else meanwhile', async () => {
    const { store, key, other } = await openWithKey(1_500)
    other.exec('BEGIN IMMEDIATE')
    let isRefused = false
    const refusal = store.revoke(revocationOf(key)).catch((error: unknown) => {
      isRefused = true
      return error
    })
    for (let turn = 0; turn < 10; turn += 1) {
      await new Promise(setImmediate)
      expect(await store.findForVerification(key.id)).toHaveProperty('revoked', false)
      expect(await store.get(refOf(key))).toHaveProperty('revokedAt', null)
    }
    expect(isRefused).toBe(false)
    expect(await refusal).toHaveProperty('message', 'database is locked')
    other.exec('ROLLBACK')
    expect(await store.revoke(revocationOf(key))).toHaveProperty('revokedReason', null)
    other.close()
    await store.close()
  })

  it('lets a write through that is still waiting when the lock goes', async () => {
    const { store, key, other } = await openWithKey(10_000)
    other.exec('BEGIN IMMEDIATE')
    const revoked = store.revoke(revocationOf(key))
    await new Promise(setImmediate)
    other.exec('ROLLBACK')
    expect(await revoked).toHaveProperty('version', 2)
    other.close()
    await store.close()
  })

  it('refuses all who wait, not one after the other', async () => {
    const { store, other } = await openWithKey(50)
    other.exec('BEGIN IMMEDIATE')
    const writes = Array.from({ length: 40 }, () => store.insert(insertionOf(sampleKey())))
    const refusals = Promise.allSettled(writes)
    // Forty waits of 50 ms in a row would take two seconds.
    const inARow = new Promise((resolve) => setTimeout(resolve, 1_000, 'one after the other'))
    const outcomes = await Promise.race([refusals, inARow])
    expect(outcomes).toEqual(writes.map(() => expect.objectContaining({ status: 'rejected' })))
    other.exec('ROLLBACK')
    other.close()
    await store.close()
  })
})

describe('rules that the database keeps by itself', () => {
  it('hold its log append-only (OP-4)', async () => {
    const { store, other } = await openWithKey()
    expect(() => other.exec("UPDATE latchkey_events SET type = 'x'")).toThrow('append-only')
    expect(() => other.exec('DELETE FROM latchkey_events')).toThrow('append-only')
    const forged = "SELECT 1, 'x', 'x', 'x', 1, NULL, NULL, NULL, NULL, NULL, '[]'"
    expect(() => other.exec(`INSERT OR REPLACE INTO latchkey_events ${forged}`)).toThrow('append-only')
    other.close()
    await store.close()
  })

  it('hold a revocation final, and its key there (ST-12)', async () => {
    const { store, key, other } = await openWithKey()
    await store.revoke(revocationOf(key))
    expect(() => other.exec('UPDATE latchkey_keys SET revoked_at = NULL, revoked_reason = NULL')).toThrow(
      'final',
    )
    expect(() => other.exec('UPDATE latchkey_keys SET revoked_at = 1')).toThrow('final')
    expect(() => other.exec('DELETE FROM latchkey_keys')).toThrow('never deleted')
    const columns = other
      .prepare('PRAGMA table_info(latchkey_keys)')
      .all()
      .map(({ name }) => String(name))
    const working = columns.map((name) => (name.startsWith('revoked_') ? 'NULL' : name)).join()
    for (const copy of [working, working.replace(/^id/, "'another'")]) {
      expect(() =>
        other.exec(`INSERT OR REPLACE INTO latchkey_keys (${columns}) SELECT ${copy} FROM latchkey_keys`),
      ).toThrow('never replaced')
    }
    other.close()
    await store.close()
  })

  it('bound every text (ST-14), and reject what no rule of the contract lets through', async () => {
    const { store } = await openWithKey()
    for (const fields of [
      { name: 'x'.repeat(65) },
      { name: '' },
      { description: 'x'.repeat(256) },
      { consumerId: 'x'.repeat(129) },
      { scopes: ['x'.repeat(20_000)] },
      { rateLimit: { limit: 0, windowSeconds: 1 } },
      { createdAt: 'yesterday' },
    ]) {
      await expect(store.insert(insertionOf(sampleKey(fields)))).rejects.toThrow()
    }
    await store.close()
  })

  it('find each key by one step down a tree: id, digest and list have their index', async () => {
    const { store, other } = await openWithKey()
    const plan = (sql: string) =>
      other
        .prepare(`EXPLAIN QUERY PLAN SELECT * FROM latchkey_keys WHERE ${sql}`)
        .all()
        .map(({ detail }) => detail)
        .join()
    expect(plan("id = 'a'")).toContain('SEARCH latchkey_keys USING PRIMARY KEY')
    expect(plan("digest_value = 'a'")).toContain('latchkey_keys_digest')
    expect(plan("consumer_id = 'a' ORDER BY created_at DESC, id DESC")).toMatch(
      /^SEARCH.*latchkey_keys_listed[^,]*$/,
    )
    other.close()
    await store.close()
  })

  it('are all named as Latchkey’s, in a file that is marked so (ST-13)', async () => {
    const { store, other } = await openWithKey()
    const names = other.prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'").all()
    expect(names.filter(({ name }) => !String(name).startsWith('latchkey_'))).toEqual([])
    expect(other.prepare('PRAGMA application_id').get()).toEqual({ application_id: 0x4c4b6579 })
    other.close()
    await store.close()
  })
})
