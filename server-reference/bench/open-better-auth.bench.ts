import { hash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import type pg from 'pg'
import { copyStatement } from './copy-statement.bench.ts'

/** @param database as Better Auth takes it */
export async function openBetterAuth(database: DatabaseSync | pg.Pool) {
  const options = {
    database,
    secret: hash('sha256', 'bench', 'hex'),
    baseURL: 'http://localhost:3000',
    emailAndPassword: { enabled: true },
    plugins: [apiKey({ rateLimit: { enabled: false } })],
    telemetry: { enabled: false },
  }
  const { runMigrations } = await getMigrations(options)
  await runMigrations()
  const { api } = betterAuth(options)
  const { user } = await api.signUpEmail({
    body: { email: 'bench@example.com', password: 'correct horse', name: 'Bench' },
  })
  const first = await api.createApiKey({ body: { userId: user.id, name: 'bench' } })
  return { api, keyId: first.id }
}

/** On a new file, durably, with so many keys. */
export async function openBetterAuthOnSqlite(path: string, size: number) {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
  const { api, keyId } = await openBetterAuth(database)
  const secrets = betterAuthSecrets(size)
  const copy = copyStatement(database, 'apikey', ['id', 'key'])
  database.exec('BEGIN')
  for (const [index, secret] of secrets.entries()) {
    copy.run({ id: `bench-${index}`, key: betterAuthDigest(secret), source: keyId })
  }
  database.exec('COMMIT')
  return { api, secrets }
}

export function betterAuthSecrets(size: number): string[] {
  return Array.from({ length: size }, (_, index) => hash('sha256', `better ${index}`, 'hex'))
}

export function betterAuthDigest(secret: string): string {
  return hash('sha256', secret, 'base64url')
}
