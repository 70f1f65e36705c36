import { chmodSync, readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { insertAll, refOf, sampleKey } from '../conformance/sample.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()
/** A user without rights; as root, no mode of a file keeps anybody out. */
const nobody = 65_534

it('A file that cannot be written to stops the start with its name, and no other is made (fault 11)', async () => {
  const path = newPath()
  const before = sqliteStore({ path })
  const key = sampleKey()
  await insertAll(before, key)
  await before.close()
  // Whoever reaches the file still may not open it.
  for (const folder of [dirname(dirname(path)), dirname(path)]) chmodSync(folder, 0o755)
  chmodSync(path, 0o400)
  const files = readdirSync(dirname(path))

  const store = sqliteStore({ path })
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(nobody)
  try {
    await expect(store.findForVerification(key.id)).rejects.toThrow(path)
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
  expect(readdirSync(dirname(path))).toEqual(files)
  chmodSync(path, 0o600)
  expect(await store.get(refOf(key))).not.toBeNull()
  await store.close()
})
