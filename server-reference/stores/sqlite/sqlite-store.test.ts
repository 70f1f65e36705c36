import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { describeStore } from '../store.conformance.js'
import { sqliteStore } from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
let files = 0

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describeStore('SQLite', async () => {
  files += 1
  const path = join(folder, `${files}.db`)
  const store = sqliteStore({ path })
  return {
    store,
    reopen: async () => {
      await store.close()
      return sqliteStore({ path, mustExist: true })
    },
  }
})
