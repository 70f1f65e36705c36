import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'
import { initialSchema } from './migrations/0001-initial.js'

const database = newTestDatabase()

/** A database as the first version left it, with one reader in the middle of a transaction. */
async function openOldWithReader() {
  const url = await database.newUrl()
  await database.run(url, initialSchema)
  await database.run(url, 'INSERT INTO latchkey_schema (id, version, migrated_at) VALUES (1, 1, 1)')
  const reader = new pg.Client({ connectionString: url })
  await reader.connect()
  await reader.query('BEGIN')
  await reader.query('SELECT count(*) FROM latchkey_keys')
  const versionOf = async () => (await database.run(url, 'SELECT version FROM latchkey_schema'))[0]?.version
  return { url, reader, versionOf }
}

describe('A migration that meets a long read', () => {
  it('holds up no instance that runs, and goes on once the read is over', async () => {
    const { url, reader, versionOf } = await openOldWithReader()
    const running = new pg.Client({ connectionString: url, statement_timeout: 500 })
    await running.connect()
    const newer = postgresStore({ url })
    const opened = newer.findForVerification('x')
    for (let read = 0; read < 12; read += 1) {
      await running.query("SELECT id FROM latchkey_keys WHERE id = 'x'")
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    expect(await versionOf()).toBe(1)
    await reader.query('COMMIT')
    expect(await opened).toBeNull()
    expect(await versionOf()).toBeGreaterThan(1)
    await Promise.all([reader.end(), running.end(), newer.close()])
  })

  it('gives up after a while, changes nothing, says what is in the way, and is tried again', async () => {
    const { url, reader, versionOf } = await openOldWithReader()
    const store = postgresStore({ url })
    await expect(store.findForVerification('x')).rejects.toThrow('somebody holds a lock')
    expect(await versionOf()).toBe(1)
    await reader.query('COMMIT')
    expect(await store.findForVerification('x')).toBeNull()
    await Promise.all([reader.end(), store.close()])
  }, 20_000)
})
