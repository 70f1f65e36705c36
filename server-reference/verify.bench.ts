import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { checksumOf } from 'latchkey/contract'
import { createLatchkey, memoryRateLimits } from 'latchkey/server'
import { sqliteStore } from 'latchkey/stores/sqlite'

/*
 * Verifications per second on SQLite, one contender after the other in every round, so that a machine whose speed
 * drifts slows all of them. Each call takes another key at random. Nothing is asserted: read the ratios.
 */

interface Contender {
  name: string
  does: string
  callsPerRound: number
  call: () => Answer | Promise<Answer>
  /** What it does later and beside its calls; timed by itself. */
  afterRound?: () => Promise<void>
}

interface Answer {
  ok: boolean
}

const rounds = 15
/** Not counted: until the compiler has made its best of every contender. */
const warmUps = 5
const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))

try {
  for (const size of [1_000, 100_000]) await compare(size)
} finally {
  rmSync(folder, { recursive: true })
}

async function compare(size: number): Promise<void> {
  const path = join(folder, `latchkey-${size}.db`)
  const { latchkey, secrets } = await fillOurs(path, size)
  const better = await fillBetterAuth(join(folder, `better-auth-${size}.db`), size)
  const bare = new DatabaseSync(path)
  bare.exec('PRAGMA synchronous = FULL')
  const select = bare.prepare(
    'SELECT digest_value, consumer_id, scopes, ends_at, disabled_at, revoked_at FROM latchkey_keys WHERE id = ?',
  )
  const touch = bare.prepare('UPDATE latchkey_keys SET last_used_at = ? WHERE id = ?')
  const count = bare.prepare('UPDATE latchkey_keys SET version = version + 1 WHERE id = ?')

  // A server has the headers when it asks; making them is no part of a verification.
  const requests = secrets.map((secret) => new Headers({ authorization: `Bearer ${secret}` }))

  const contenders: Contender[] = [
    {
      name: 'Latchkey',
      does: 'reads the key, decides, counts rate and usage in memory, which is written once a second',
      callsPerRound: 3_000,
      call: () => latchkey.verify({ headers: pick(requests), address: '127.0.0.1' }),
      afterRound: () => latchkey.flush(),
    },
    {
      name: 'Better Auth',
      does: 'reads the key and writes its usage durably on every call, rate limit off',
      callsPerRound: 60,
      async call() {
        const { valid } = await better.api.verifyApiKey({ body: { key: pick(better.secrets) } })
        return { ok: valid }
      },
    },
    {
      name: 'Bare limit',
      does: 'one digest, one prepared select through a unique index',
      callsPerRound: 3_000,
      call() {
        const secret = pick(secrets)
        const digest = hash('sha256', secret, 'hex')
        return { ok: select.get(idOf(secret))?.digest_value === digest }
      },
    },
    {
      name: 'Bare limit with two updates',
      does: 'the same, then last use and count, each durable (synchronous=FULL)',
      callsPerRound: 60,
      call() {
        const secret = pick(secrets)
        const digest = hash('sha256', secret, 'hex')
        const id = idOf(secret)
        const ok = select.get(id)?.digest_value === digest
        touch.run(Date.now(), id)
        count.run(id)
        return { ok }
      },
    },
  ]

  const { perSecond, afterRoundMs } = await race(contenders)
  const [ours = 0, theirs = 0, limit = 0] = contenders.map(({ name }) => perSecond.get(name) ?? 0)
  console.log(`\n${size.toLocaleString('en')} keys, median of ${rounds} interleaved rounds`)
  for (const { name, does } of contenders) {
    const rate = Math.round(perSecond.get(name) ?? 0).toLocaleString('en')
    console.log(`  ${name.padEnd(28)} ${rate.padStart(9)} per second   ${does}`)
  }
  console.log(`  Latchkey's write of a round's usage takes ${afterRoundMs.toFixed(0)} ms, once a second`)
  console.log(`  Latchkey / Better Auth: ${(ours / theirs).toFixed(0)}    (target: at least 40)`)
  console.log(`  Latchkey / bare limit:  ${(ours / limit).toFixed(2)}  (target: at least 0.5)`)
  bare.close()
  await latchkey.close()
}

async function race(contenders: readonly Contender[]) {
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  const afterRounds: number[] = []
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { name, callsPerRound, call, afterRound } of contenders) {
      const startedAt = performance.now()
      for (let index = 0; index < callsPerRound; index += 1) {
        if (!(await call()).ok) throw new Error(`${name} refused a good key`)
      }
      const endedAt = performance.now()
      await afterRound?.()
      if (round < 0) continue
      samples.get(name)?.push((callsPerRound * 1000) / (endedAt - startedAt))
      if (afterRound) afterRounds.push(performance.now() - endedAt)
    }
  }
  return {
    perSecond: new Map([...samples].map(([name, rates]) => [name, median(rates)])),
    afterRoundMs: median(afterRounds),
  }
}

/** One key is made as everybody makes one; its row is then copied with other ids and digests, in one transaction. */
async function fillOurs(path: string, size: number) {
  const latchkey = createLatchkey({
    store: sqliteStore({ path }),
    session: () => null,
    authorize: () => true,
    scopes: [{ name: 'orders:read', description: 'Read orders' }],
    limits: { limiter: memoryRateLimits(), default: { limit: 1_000_000, windowSeconds: 1 } },
  })
  const caller = { user: { id: 'bench', sessionId: null }, address: null, userAgent: null }
  const created = await latchkey.management.create(
    caller,
    { name: 'bench', scopes: ['orders:read'] },
    { idempotencyKey: null },
  )
  if (!created.ok || created.value.secret === null) throw new Error('No key was made')

  const secrets = Array.from({ length: size }, (_, index) => {
    const body = `lk_live_${String(index).padStart(16, '0')}_${hash('sha256', String(index), 'hex').slice(0, 43)}`
    return body + checksumOf(body)
  })
  const database = new DatabaseSync(path)
  const copy = copyStatement(database, 'latchkey_keys', ['id', 'name', 'digest_value'])
  database.exec('BEGIN')
  for (const [index, secret] of secrets.entries()) {
    const digest = hash('sha256', secret, 'hex')
    copy.run({ id: idOf(secret), name: `bench-${index}`, digest_value: digest, source: created.value.key.id })
  }
  database.exec('COMMIT')
  database.close()
  return { latchkey, secrets }
}

async function fillBetterAuth(path: string, size: number) {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
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

  const secrets = Array.from({ length: size }, (_, index) => hash('sha256', `better ${index}`, 'hex'))
  const copy = copyStatement(database, 'apikey', ['id', 'key'])
  database.exec('BEGIN')
  for (const [index, secret] of secrets.entries()) {
    copy.run({ id: `bench-${index}`, key: hash('sha256', secret, 'base64url'), source: first.id })
  }
  database.exec('COMMIT')
  return { api, secrets }
}

/** Copies the row `:source` with some columns replaced. Generated columns are left to the database. */
function copyStatement(database: DatabaseSync, table: string, replaced: readonly string[]) {
  const columns = database
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .map(({ name }) => String(name))
  const values = columns.map((column) => (replaced.includes(column) ? `:${column}` : `"${column}"`))
  const targets = columns.map((column) => `"${column}"`)
  return database.prepare(
    `INSERT INTO ${table} (${targets.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE id = :source`,
  )
}

/** `lk_live_` stands before the id. */
function idOf(secret: string): string {
  return secret.slice(8, 24)
}

function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(Math.random() * values.length)]
  if (value === undefined) throw new Error('Nothing to pick from')
  return value
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
