import { describe } from 'vitest'
import { describeTwoProcesses } from '../conformance/two-processes.conformance.js'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'

const database = newTestDatabase()

describe('PostgreSQL store that two processes share', () => {
  describeTwoProcesses({
    newPlace: () => database.newUrl(),
    open: (url) => postgresStore({ url, timeoutMs: 5_000 }),
    countVersions: async (url) => (await database.run(url, 'SELECT version FROM latchkey_schema')).length,
    startRounds: 5,
  })
})
