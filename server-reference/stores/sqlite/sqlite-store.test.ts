import { describeStore } from '../store.conformance.js'
import { newDatabasePaths } from './database-folder.conformance.js'
import { sqliteStore } from './index.js'

const newPath = newDatabasePaths()

describeStore('SQLite', async () => {
  const path = newPath()
  const store = sqliteStore({ path })
  return {
    store,
    reopen: async () => {
      await store.close()
      return sqliteStore({ path, mustExist: true })
    },
  }
})
