import pg from 'pg'
import { describe, expect, it, vi } from 'vitest'
import { insertAll, insertionOf, revocationOf, sampleKey } from '../conformance/sample.conformance.js'
import { newTestDatabase } from './database.conformance.js'
import { createGuardedPool } from './guarded-pool.js'
import { postgresStore } from './index.js'

const database = newTestDatabase()

async function openWithKey() {
  const url = await database.newUrl()
  const store = postgresStore({ url, timeoutMs: 5_000 })
  const key = sampleKey()
  await insertAll(store, key)
  return { url, store, key, run: (sql: string) => database.run(url, sql) }
}

describe('connections', () => {
  it('have deadlines, commit durably, and see what others have committed, whatever the role’s defaults are (VF-12)', async () => {
    const url = await database.newUrl()
    const careless = new URL(url)
    const defaults = ['synchronous_commit=off', 'default_transaction_isolation=serializable']
    const options = `${careless.searchParams.get('options')} ${defaults.map((entry) => `-c ${entry}`).join(' ')}`
    const pool = createGuardedPool({
      url: `${url.split('?')[0]}?options=${encodeURIComponent(options)}`,
      timeoutMs: 500,
      maxConnections: 1,
      maxWaiting: 1,
      readOnly: true,
      onError: () => {},
    })
    const client = await pool.connect()
    const setting = async (name: string) => (await client.query(`SHOW ${name}`, [])).rows[0]
    expect(await setting('statement_timeout')).toEqual({ statement_timeout: '500ms' })
    expect(await setting('idle_in_transaction_session_timeout')).toEqual({
      idle_in_transaction_session_timeout: '5s',
    })
    expect(await setting('synchronous_commit')).toEqual({ synchronous_commit: 'on' })
    expect(await setting('transaction_isolation')).toEqual({ transaction_isolation: 'read committed' })
    await expect(client.query('CREATE TABLE t (a int)', [])).rejects.toThrow('read-only')
    client.release()
    await pool.end()
  })

  it('are not opened before the first call, nor after the last', async () => {
    const store = postgresStore({ url: 'postgres://nobody@127.0.0.1:1/nowhere' })
    await store.close()
    await store.close()
    await expect(store.findForVerification('x')).rejects.toThrow('closed')
  })
})

describe('notices that two instances claim in opposite orders', () => {
  it('are claimed in one order, so that neither waits for the other', async () => {
    const { url, store, key } = await openWithKey()
    const [first, last] = ['a', 'b'].map((about) => ({ keyId: key.id, kind: 'new_network' as const, about }))
    if (!first || !last) throw new Error('There are two notices.')
    const insert = 'INSERT INTO latchkey_notices (key_id, kind, about, at) VALUES ($1, $2, $3, 1)'
    const other = new pg.Client({ connectionString: url, statement_timeout: 2_000 })
    await other.connect()
    await other.query('BEGIN')
    await other.query(insert, [key.id, first.kind, first.about])
    const claimed = store.claimNotices([last, first], 1)
    await vi.waitFor(async () => {
      expect(
        await database.run(
          url,
          "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        ),
      ).toHaveLength(1)
    })
    await other.query(insert, [key.id, last.kind, last.about])
    await other.query('COMMIT')
    expect(await claimed).toEqual([])
    await other.end()
    await store.close()
  })
})

describe('tables that should be there (ST-13)', () => {
  it('are not made where they must exist', async () => {
    const url = await database.newUrl()
    const store = postgresStore({ url, mustExist: true })
    await expect(store.findForVerification('x')).rejects.toThrow("no keys' tables")
    expect(await database.run(url, "SELECT to_regclass('latchkey_keys') AS found")).toEqual([{ found: null }])
    await store.close()
  })

  it('are not of a version that this program does not know', async () => {
    const { url, store, run } = await openWithKey()
    await store.close()
    await run('UPDATE latchkey_schema SET version = 99')
    const newer = postgresStore({ url })
    await expect(newer.findForVerification('x')).rejects.toThrow('version 99')
    await newer.close()
  })

  it('are there completely or not at all where a migration was cut off (fault 35)', async () => {
    const url = await database.newUrl()
    // Somebody else's table is in the way of one that comes late in the migration.
    await database.run(url, 'CREATE TABLE latchkey_requests (a int)')
    const store = postgresStore({ url })
    await expect(store.findForVerification('x')).rejects.toThrow('already exists')
    expect(await database.run(url, "SELECT to_regclass('latchkey_keys') AS found")).toEqual([{ found: null }])
    await database.run(url, 'DROP TABLE latchkey_requests')
    expect(await store.findForVerification('x')).toBeNull()
    await store.close()
  })

  it('answer an error, and never that a key is unknown, once they are lost', async () => {
    const { store, key, run } = await openWithKey()
    await run('ALTER TABLE latchkey_keys RENAME TO lost')
    await expect(store.findForVerification(key.id)).rejects.toThrow('does not exist')
    await store.close()
  })
})

describe('rules that the database keeps by itself', () => {
  it('hold its log append-only (OP-4)', async () => {
    const { store, run } = await openWithKey()
    await expect(run("UPDATE latchkey_events SET type = 'x'")).rejects.toThrow('append-only')
    await expect(run('DELETE FROM latchkey_events')).rejects.toThrow('append-only')
    await expect(run('TRUNCATE latchkey_events')).rejects.toThrow('append-only')
    await store.close()
  })

  it('hold a revocation final, and its key there (ST-12)', async () => {
    const { store, key, run } = await openWithKey()
    await store.revoke(revocationOf(key))
    await expect(run('UPDATE latchkey_keys SET revoked_at = NULL, revoked_reason = NULL')).rejects.toThrow(
      'final',
    )
    await expect(run('UPDATE latchkey_keys SET revoked_at = 1')).rejects.toThrow('final')
    await expect(run('DELETE FROM latchkey_keys')).rejects.toThrow('never deleted')
    await expect(run('TRUNCATE latchkey_keys CASCADE')).rejects.toThrow(/never deleted|append-only/)
    await store.close()
  })

  it('hold and tell also in a session that applies what another database sent, as logical replication does', async () => {
    const { url, store, key, run } = await openWithKey()
    const listener = new pg.Client({ connectionString: url })
    await listener.connect()
    const heard: (string | undefined)[] = []
    listener.on('notification', ({ payload }) => {
      if (!payload?.startsWith('note ')) heard.push(payload)
    })
    await listener.query('LISTEN latchkey_changes')
    const apply = (sql: string) => run(`SET session_replication_role = replica; ${sql}`)
    await apply('UPDATE latchkey_keys SET disabled_at = 1')
    await apply("INSERT INTO latchkey_suspensions (consumer_id, suspended_at) VALUES ('app_2', 1)")
    await apply('TRUNCATE latchkey_suspensions')
    await vi.waitFor(() => expect(heard).toEqual([`key ${key.id}`, 'consumer app_2', 'everything']))
    await apply('UPDATE latchkey_keys SET revoked_at = 1')
    for (const [sql, why] of [
      ['UPDATE latchkey_keys SET revoked_at = NULL', 'final'],
      ['DELETE FROM latchkey_keys', 'never deleted'],
      ['TRUNCATE latchkey_keys CASCADE', 'never deleted'],
      ["UPDATE latchkey_events SET type = 'x'", 'append-only'],
      ['TRUNCATE latchkey_events', 'append-only'],
    ] as const) {
      await expect(apply(sql)).rejects.toThrow(why)
    }
    await listener.end()
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

  it('tell ids and consumers apart by case (ST-9)', async () => {
    const { store, run } = await openWithKey()
    await insertAll(store, sampleKey({ id: 'KeyCase000000000' }), sampleKey({ id: 'KEYCASE000000000' }))
    expect(await store.findForVerification('keycase000000000')).toBeNull()
    expect(
      await run(
        `SELECT DISTINCT collation_name FROM information_schema.columns
         WHERE table_name LIKE 'latchkey_%' AND table_schema = current_schema() AND data_type = 'text'`,
      ),
    ).toEqual([{ collation_name: 'C' }])
    await store.close()
  })

  it('find each key by one step down a tree: id, digest and list have their index (ST-3)', async () => {
    const { url, store } = await openWithKey()
    const plan = async (condition: string) => {
      // A table of one row is read as a whole, unless that is forbidden.
      const rows = await database.run(
        `${url}%20-c%20enable_seqscan%3Doff`,
        `EXPLAIN SELECT * FROM latchkey_keys WHERE ${condition}`,
      )
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    }
    expect(await plan("id = 'a'")).toContain('Index Scan using latchkey_keys_pkey')
    expect(await plan("digest_value = 'a'")).toContain('Index Scan using latchkey_keys_digest')
    expect(await plan("consumer_id = 'a' ORDER BY created_at DESC, id DESC")).toMatch(
      /^Index Scan Backward using latchkey_keys_created/,
    )
    await store.close()
  })
})
