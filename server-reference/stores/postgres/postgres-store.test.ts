import { describeStore } from '../store.conformance.js'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'

const database = newTestDatabase()

describeStore('PostgreSQL', async () => {
  const url = await database.newUrl()
  // Fifty writes of one consumer come one after another, on a machine that has other things to do.
  const store = postgresStore({ url, timeoutMs: 5_000 })
  return {
    store,
    reopen: async () => {
      await store.close()
      return postgresStore({ url, timeoutMs: 5_000, mustExist: true })
    },
  }
})
