import { DatabaseSync } from 'node:sqlite'
import { describe } from 'vitest'
import { describeTwoProcesses } from '../conformance/two-processes.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()

describe('SQLite store that two processes share', () => {
  describeTwoProcesses({
    newPlace: newPath,
    open: (path) => sqliteStore({ path, busyTimeoutMs: 5_000 }),
    countVersions(path) {
      const database = new DatabaseSync(path)
      try {
        return database.prepare('SELECT version FROM latchkey_schema').all().length
      } finally {
        database.close()
      }
    },
    startRounds: 10,
  })
})
