import { DatabaseSync } from 'node:sqlite'
import { NodeSqliteDialect } from '@better-auth/kysely-adapter/node-sqlite-dialect'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { Kysely } from 'kysely'
import { expect, test, vi } from 'vitest'
import type { AppTables } from './app-tables.ts'

test('Who is signed in is one question to the database, because it may be far away', async () => {
  // As a build sees it: no secrets are set.
  vi.stubEnv('NEXT_PHASE', 'phase-production-build')
  const { accountsOptions } = await import('./accounts-options.ts')
  const asked: string[] = []
  const db = new Kysely<AppTables>({
    dialect: new NodeSqliteDialect({ database: new DatabaseSync(':memory:') }),
    log: ({ query }) => void asked.push(query.sql),
  })
  const options = accountsOptions({ db, type: 'sqlite' })
  await (await getMigrations(options)).runMigrations()
  const { api } = betterAuth(options)
  const body = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' }
  const { headers } = await api.signUpEmail({ body, returnHeaders: true })
  const cookie = headers.getSetCookie().map((line) => line.split(';')[0])
  asked.length = 0
  const found = await api.getSession({
    headers: new Headers({ cookie: cookie.join('; ') }),
    query: { disableCookieCache: true },
  })
  expect(found?.user.name).toBe('Ada')
  expect(asked).toEqual([expect.stringMatching(/join "user"/)])
  await db.destroy()
})
