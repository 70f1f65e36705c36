import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { testServers } from './test-server.conformance.ts'

/** An empty database that nobody else uses. */
export interface TestDatabase {
  url: string
  /** Whoever is still connected is cut off. */
  drop(): Promise<void>
}

/** Rejects where there is no server, and says what to start. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `latchkey_test_${randomBytes(8).toString('hex')}`
  const problems: unknown[] = []
  for (const server of testServers()) {
    try {
      await runSql(server, `CREATE DATABASE ${name}`)
    } catch (error) {
      problems.push(error)
      continue
    }
    return {
      url: withDatabase(server, name),
      drop: async () => void (await runSql(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
    }
  }
  throw new Error(
    `These tests need PostgreSQL, and none answers (${problems.join('; ')}). Run "node find-services.ts", which starts or installs one, or name yours in LATCHKEY_TEST_POSTGRES.`,
  )
}

export function withDatabase(server: string, name: string): string {
  const address = new URL(server)
  address.pathname = `/${name}`
  return address.href
}

/** As somebody else's program would. */
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
