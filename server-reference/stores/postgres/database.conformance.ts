import { afterAll, beforeAll } from 'vitest'
import { createTestDatabase, runSql, type TestDatabase } from './test-database.conformance.js'

/** A database of the suite's own, which goes when the suite ends. Fails where there is no server. */
export function newTestDatabase() {
  let database: TestDatabase | undefined
  let schemas = 0

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  // Dropping a database with a hundred schemas takes a while on a busy machine.
  afterAll(() => database?.drop(), 60_000)

  return {
    /** Addresses of empty schemas of the database, each time another one's. */
    newUrl: async () => {
      if (!database) throw new Error('A database exists only inside a suite.')
      schemas += 1
      await runSql(database.url, `CREATE SCHEMA s${schemas}`)
      return `${database.url}?options=${encodeURIComponent(`-c search_path=s${schemas}`)}`
    },
    run: runSql,
  }
}
