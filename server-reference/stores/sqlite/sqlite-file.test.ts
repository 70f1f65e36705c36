import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { insertAll, insertionOf, refOf, revocationOf, sampleKey } from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()
const unknown = 'Unknown000000000'

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

/** Runs SQL on a file as somebody else's program would. */
function execute(path: string, sql: string) {
  mkdirSync(dirname(path), { recursive: true })
  const database = new DatabaseSync(path)
  database.exec(sql)
  database.close()
}

function tablesOf(path: string): unknown[] {
  const database = new DatabaseSync(path)
  const rows = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  database.close()
  return rows.map(({ name }) => name)
}

describe('the file of a SQLite store', () => {
  it('is not touched before the first call', async () => {
    const path = newPath()
    const store = sqliteStore({ path })
    await store.close()
    expect(existsSync(dirname(path))).toBe(false)
  })

  it('can be read by its owner alone, and its journal and folder too (ST-11)', async () => {
    const path = newPath()
    const store = sqliteStore({ path })
    await insertAll(store, sampleKey())
    expect([path, `${path}-wal`, `${path}-shm`].map(modeOf)).toEqual(['600', '600', '600'])
    expect(modeOf(dirname(path))).toBe('700')
    await store.close()
  })

  it('is closed to others where somebody else left it open', async () => {
    const path = newPath()
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
    chmodSync(path, 0o644)
    const store = sqliteStore({ path })
    expect(await store.findForVerification(unknown)).toBeNull()
    expect(modeOf(path)).toBe('600')
    await store.close()
  })

  it('may hold other tables too, which stay', async () => {
    const path = newPath()
    execute(path, 'CREATE TABLE user (id TEXT)')
    const store = sqliteStore({ path })
    await insertAll(store, sampleKey())
    await store.close()
    expect(tablesOf(path)).toEqual(expect.arrayContaining(['user', 'latchkey_keys']))
  })

  it('must be a file: a database in memory cannot be shared', async () => {
    await expect(sqliteStore({ path: ':memory:' }).findForVerification(unknown)).rejects.toThrow(
      'memoryStore()',
    )
  })

  it('cannot be used after the store is closed', async () => {
    const store = sqliteStore({ path: newPath() })
    await store.findForVerification(unknown)
    await store.close()
    await store.close()
    await expect(store.findForVerification(unknown)).rejects.toThrow('closed')
  })
})

describe('a database that should be there (ST-13)', () => {
  it('is not made where its file is missing', async () => {
    const path = newPath()
    const store = sqliteStore({ path, mustExist: true })
    await expect(store.findForVerification(unknown)).rejects.toThrow('there is no database')
    expect(existsSync(path)).toBe(false)
  })

  it('is not made inside a file without its tables', async () => {
    const path = newPath()
    execute(path, 'CREATE TABLE user (id TEXT)')
    const store = sqliteStore({ path, mustExist: true })
    await expect(store.findForVerification(unknown)).rejects.toThrow("has no keys' tables")
    expect(tablesOf(path)).toEqual(['user'])
  })

  it('is not made anew where a marker says that there were keys', async () => {
    const path = newPath()
    execute(path, `PRAGMA application_id = ${0x4c4b6579}`)
    await expect(sqliteStore({ path }).findForVerification(unknown)).rejects.toThrow('not made anew')
    expect(tablesOf(path)).toEqual([])
  })

  it('is not another application’s', async () => {
    const path = newPath()
    execute(path, 'PRAGMA application_id = 252006673')
    await expect(sqliteStore({ path }).findForVerification(unknown)).rejects.toThrow('another application')
    expect(tablesOf(path)).toEqual([])
  })

  it('is not of a version that this program does not know', async () => {
    const path = newPath()
    const store = sqliteStore({ path })
    await store.findForVerification(unknown)
    await store.close()
    execute(path, 'UPDATE latchkey_schema SET version = 99')
    await expect(sqliteStore({ path }).findForVerification(unknown)).rejects.toThrow('version 99')
  })

  it('is not a file of something else, which stays as it is', async () => {
    const path = newPath()
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, 'Not a database. '.repeat(1000), { mode: 0o600 })
    await expect(sqliteStore({ path }).findForVerification(unknown)).rejects.toThrow('not a database')
    expect(statSync(path).size).toBe(16_000)
  })
})

describe('a file that is lost while it is in use (fault 13)', () => {
  const openWithKey = async () => {
    const path = newPath()
    const clock = { now: 0 }
    const store = sqliteStore({ path, now: () => clock.now })
    const key = sampleKey()
    await insertAll(store, key)
    return { path, store, key, clock }
  }

  it('refuses every write, and within five seconds every read; no empty one takes its place', async () => {
    const { path, store, key, clock } = await openWithKey()
    for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
    await expect(store.revoke(revocationOf(key))).rejects.toThrow('there is no database')
    clock.now += 5_000
    await expect(store.findForVerification(key.id)).rejects.toThrow('there is no database')
    await expect(store.get(refOf(key))).rejects.toThrow('there is no database')
    expect(existsSync(path)).toBe(false)
    await store.close()
  })

  it('is noticed by a read alone', async () => {
    const { path, store, key, clock } = await openWithKey()
    rmSync(path)
    clock.now += 5_000
    await expect(store.findForVerification(key.id)).rejects.toThrow('there is no database')
    await store.close()
  })

  it('is used again once a copy of it is back, without a restart', async () => {
    const { path, store, key, clock } = await openWithKey()
    new DatabaseSync(path).exec('PRAGMA wal_checkpoint(TRUNCATE)')
    copyFileSync(path, `${path}.backup`)
    const late = sampleKey()
    await insertAll(store, late)
    for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
    await expect(store.insert(insertionOf(sampleKey()))).rejects.toThrow('there is no database')
    renameSync(`${path}.backup`, path)
    clock.now += 5_000
    expect(await store.findForVerification(key.id)).not.toBeNull()
    expect(await store.findForVerification(late.id)).toBeNull()
    await store.close()
  })
})
