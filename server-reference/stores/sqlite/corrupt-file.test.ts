import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import {
  fullKey,
  insertAll,
  insertionOf,
  revocationOf,
  sampleKey,
} from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()

/** A file with some hundred keys, closed and with everything in it. */
async function fileWithKeys(): Promise<{ path: string; ids: string[] }> {
  const path = newPath()
  const store = sqliteStore({ path })
  const keys = Array.from({ length: 100 }, () => fullKey())
  await insertAll(store, ...keys)
  await store.close()
  const database = new DatabaseSync(path)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
  return { path, ids: keys.map(({ id }) => id) }
}

function overwrite(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from)
  closeSync(file)
}

describe('a file that is damaged (fault 12)', () => {
  it('at its head answers with an error, and stays as it is', async () => {
    const { path, ids } = await fileWithKeys()
    overwrite(path, 0, 16)
    const before = readFileSync(path)
    const store = sqliteStore({ path })
    for (const id of ids.slice(0, 3)) {
      await expect((async () => store.findForVerification(id))()).rejects.toThrow()
    }
    await expect(store.insert(insertionOf(sampleKey()))).rejects.toThrow()
    await store.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('in its pages never says of a key that there is none', async () => {
    const { path, ids } = await fileWithKeys()
    const { size } = statSync(path)
    for (let page = 2; page * 4096 < size; page += 1) overwrite(path, page * 4096, 100)
    const store = sqliteStore({ path })
    for (const id of ids) await expect((async () => store.findForVerification(id))()).rejects.toThrow()
    await store.close()
  })
})

describe('a machine that loses its power (fault 15)', () => {
  it('has on its disk every revocation that was acknowledged, at whatever moment', async () => {
    const path = newPath()
    const store = sqliteStore({ path })
    const keys = Array.from({ length: 20 }, () => sampleKey())
    await insertAll(store, ...keys)
    for (const [index, key] of keys.entries()) {
      await store.revoke(revocationOf(key))
      // What the disk holds at this moment, and nothing that only the process knows.
      const copy = newPath()
      mkdirSync(dirname(copy), { recursive: true, mode: 0o700 })
      copyFileSync(path, copy)
      if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
      const found = sqliteStore({ path: copy, mustExist: true })
      for (const one of keys.slice(0, index + 1)) {
        expect(await found.findForVerification(one.id)).toHaveProperty('revoked', true)
      }
      await found.close()
    }
    await store.close()
  })
})
