import { closeSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { StoredKey } from '../../core/stored-key.js'
import { startProcess } from '../conformance/remote-store.conformance.js'
import {
  fullKey,
  insertAll,
  insertionOf,
  refOf,
  revocationOf,
  rotationOf,
} from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()

describe('a disk that is full (fault 9, fault 10)', () => {
  it('refuses writes and answers reads; what it acknowledged is there when it has room again', async () => {
    const path = newPath()
    const process = startProcess({ maxFileBlocks: 1_500 })
    const store = process.store(path)
    const made: StoredKey[] = []
    let refused = 0
    while (refused < 5) {
      const key = fullKey()
      const isMade = await store.insert(insertionOf(key)).then(
        ({ ok }) => ok,
        () => false,
      )
      if (isMade) made.push(key)
      else refused += 1
    }
    expect(made.length).toBeGreaterThan(10)

    const revoked: StoredKey[] = []
    for (const key of made.slice(0, 5)) {
      const answer = await store.revoke(revocationOf(key)).catch(() => null)
      if (answer) revoked.push(key)
      expect(await store.findForVerification(key.id)).toHaveProperty('revoked', answer !== null)
      await expect(store.rotate(rotationOf(made[9] ?? key))).rejects.toThrow()
      expect(await store.get(refOf(key))).not.toBeNull()
    }
    await process.kill()

    const roomy = sqliteStore({ path, mustExist: true })
    for (const key of made) {
      const isRevoked = revoked.includes(key)
      expect(await roomy.findForVerification(key.id)).toMatchObject({
        digest: key.digest,
        revoked: isRevoked,
      })
      expect(await roomy.get(refOf(key))).toHaveProperty('rotation', null)
    }
    expect(await roomy.revoke(revocationOf(made[9] ?? fullKey()))).toHaveProperty('version', 8)
    await roomy.close()
    const database = new DatabaseSync(path)
    expect(database.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }])
    database.close()
  }, 20_000)
})

describe('a file that is damaged (fault 12)', () => {
  it.each([
    ['in its header', (path: string) => overwrite(path, 0, 16)],
    ['in every page', (path: string) => overwrite(path, 100, statSync(path).size - 100)],
    ['at its end', (path: string) => truncateSync(path, 5_000)],
  ])('%s is neither mended nor made anew, and no key in it is called unknown', async (_, damage) => {
    const path = newPath()
    const store = sqliteStore({ path })
    const key = fullKey()
    await insertAll(store, key)
    await store.close()
    damage(path)
    const damaged = readFileSync(path)
    const reopened = sqliteStore({ path })
    await expect(reopened.findForVerification(key.id)).rejects.toThrow()
    await expect(reopened.get(refOf(key))).rejects.toThrow()
    await expect(reopened.insert(insertionOf(fullKey()))).rejects.toThrow()
    await reopened.close()
    expect(readFileSync(path).equals(damaged)).toBe(true)
  })
})

function overwrite(path: string, from: number, length: number): void {
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from)
  closeSync(file)
}
