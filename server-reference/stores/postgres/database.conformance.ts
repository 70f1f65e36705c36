import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { testServers } from './test-server.conformance.js'

export interface TestDatabase {
  /** Addresses of empty schemas of the database, each time another one's. */
  newUrl(): Promise<string>
  /** As somebody else's program would. */
  run(url: string, sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>
}

/** A database of the suite's own, which goes when the suite ends. Fails where there is no server. */
export function newTestDatabase(): TestDatabase {
  const name = `latchkey_test_${randomBytes(8).toString('hex')}`
  let server = ''
  let schemas = 0
  const url = () => withDatabase(server, name)

  beforeAll(async () => {
    server = await firstThatMakes(name)
  })
  afterAll(async () => {
    if (server) await runSql(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })

  return {
    newUrl: async () => {
      schemas += 1
      await runSql(url(), `CREATE SCHEMA s${schemas}`)
      return `${url()}?options=${encodeURIComponent(`-c search_path=s${schemas}`)}`
    },
    run: runSql,
  }
}

export function withDatabase(server: string, name: string): string {
  const address = new URL(server)
  address.pathname = `/${name}`
  return address.href
}

export async function runSql(url: string, sql: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  // The server may end it; the query says so.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(sql, values)
    return rows ?? []
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function firstThatMakes(database: string): Promise<string> {
  const problems: unknown[] = []
  for (const server of testServers()) {
    try {
      await runSql(server, `CREATE DATABASE ${database}`)
      return server
    } catch (error) {
      problems.push(error)
    }
  }
  throw new Error(
    `These tests need PostgreSQL, and none answers (${problems.join('; ')}). Run "node find-services.ts", which starts or installs one, or name yours in LATCHKEY_TEST_POSTGRES.`,
  )
}
