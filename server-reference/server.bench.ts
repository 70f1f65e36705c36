import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { checksumOf } from 'latchkey/contract'
import type { ApiKeyStore, Latchkey, VerifyRequest } from 'latchkey/server'
import { postgresStore } from 'latchkey/stores/postgres'
import { sqliteStore } from 'latchkey/stores/sqlite'
import pg from 'pg'
import { fillPostgres, keyColumns } from './bench/fill-postgres.bench.ts'
import { fillSqlite } from './bench/fill-sqlite.bench.ts'
import { idOf, makeSecrets } from './bench/make-secrets.bench.ts'
import {
  betterAuthDigest,
  betterAuthSecrets,
  openBetterAuth,
  openBetterAuthOnSqlite,
} from './bench/open-better-auth.bench.ts'
import { openLatchkey } from './bench/open-latchkey.bench.ts'
import { type Contender, pick, race, rounds } from './bench/race.bench.ts'
import { createTestDatabase } from './stores/postgres/test-database.conformance.ts'

/*
 * `npm run bench:server`: verifications per second from memory (warm) and from the database (cold), on SQLite and on
 * PostgreSQL, beside Better Auth's plugin on both and beside the least that anybody could do. Nothing is asserted.
 */

const size = 10_000
const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))
const ours = await createTestDatabase()
const theirs = await createTestDatabase()
const opened: Latchkey[] = []
const pool = new pg.Pool({ connectionString: ours.url })
const betterPool = new pg.Pool({ connectionString: theirs.url })

try {
  await compare()
  await watchMemory()
} finally {
  for (const latchkey of opened) await latchkey.close()
  await Promise.all([pool.end(), betterPool.end()])
  await Promise.all([ours.drop(), theirs.drop()])
  rmSync(folder, { recursive: true })
}

async function compare(): Promise<void> {
  const secrets = makeSecrets(size)
  const path = join(folder, 'latchkey.db')
  const sqlite = { path }
  const coldSqlite = await open(sqliteStore(sqlite), 0)
  fillSqlite(path, coldSqlite.keyId, secrets)
  const warmSqlite = await open(sqliteStore(sqlite), size * 2)
  const coldPostgres = await open(postgresStore({ url: ours.url }), 0)
  await fillPostgres(ours.url, 'latchkey_keys', coldPostgres.keyId, keyColumns(secrets))
  const store = postgresStore({ url: ours.url })
  const warmPostgres = await open(store, size * 2)
  const untilProven = async () => {
    while (!store.currency?.isProven()) await new Promise((wake) => setTimeout(wake, 10))
  }
  await untilProven()

  const better = await openBetterAuthOnSqlite(join(folder, 'better-auth.db'), size)
  const betterPostgres = await openBetterAuth(betterPool)
  const betterSecrets = betterAuthSecrets(size)
  await fillPostgres(theirs.url, 'apikey', betterPostgres.keyId, {
    id: betterSecrets.map((_, index) => `bench-${index}`),
    key: betterSecrets.map(betterAuthDigest),
  })

  const bare = new DatabaseSync(path)
  const sqliteSelect = bare.prepare(
    'SELECT digest_value, consumer_id, scopes, ends_at, disabled_at, revoked_at FROM latchkey_keys WHERE id = ?',
  )
  const postgresSelect = {
    name: 'bare',
    text: 'SELECT digest_value, consumer_id, scopes, ends_at, disabled_at, revoked_at FROM latchkey_keys WHERE id = $1',
  }
  const digests = new Map(secrets.map((secret) => [idOf(secret), hash('sha256', secret, 'hex')]))
  const takeToken = createTokenBucket()

  for (const { latchkey } of [warmSqlite, warmPostgres]) {
    for (const secret of secrets) await latchkey.verify(requestWith(secret))
  }
  const verifying = (latchkey: Latchkey) => ({
    prepare() {
      const request = requestWith(pick(secrets))
      return () => latchkey.verify(request)
    },
    afterRound: () => latchkey.flush(),
  })
  const contenders: Contender[] = [
    {
      name: 'warm, SQLite',
      callsPerRound: 10_000,
      ...verifying(warmSqlite.latchkey),
      does: 'from memory; a turn of the event loop asks the file once whether anything was committed',
    },
    {
      name: 'warm, SQLite, a turn each',
      callsPerRound: 10_000,
      ...verifying(warmSqlite.latchkey),
      prepare() {
        const request = requestWith(pick(secrets))
        return async () => {
          await nextTurn()
          return warmSqlite.latchkey.verify(request)
        }
      },
      does: 'the same, with its own look at the file each, and what a turn itself costs',
    },
    {
      name: 'warm, PostgreSQL',
      callsPerRound: 10_000,
      ...verifying(warmPostgres.latchkey),
      // A round of another contender may hold the event loop for so long that nothing is heard.
      beforeRound: untilProven,
      does: 'from memory, while changes are heard',
    },
    {
      name: 'cold, SQLite',
      callsPerRound: 2_000,
      ...verifying(coldSqlite.latchkey),
      does: 'one prepared read',
    },
    {
      name: 'cold, PostgreSQL',
      callsPerRound: 200,
      ...verifying(coldPostgres.latchkey),
      does: 'one prepared read over a socket',
    },
    {
      name: 'Better Auth, SQLite',
      does: 'reads the key and writes its usage durably on every call, rate limit off',
      callsPerRound: 40,
      prepare() {
        const key = pick(better.secrets)
        return async () => ({ ok: (await better.api.verifyApiKey({ body: { key } })).valid })
      },
    },
    {
      name: 'Better Auth, PostgreSQL',
      does: 'the same',
      callsPerRound: 20,
      prepare() {
        const key = pick(betterSecrets)
        return async () => ({ ok: (await betterPostgres.api.verifyApiKey({ body: { key } })).valid })
      },
    },
    {
      name: 'bare: digest, map, bucket',
      does: 'one digest, one lookup in a Map, one token bucket',
      callsPerRound: 10_000,
      prepare() {
        const secret = pick(secrets)
        return () => {
          const id = idOf(secret)
          return { ok: digests.get(id) === hash('sha256', secret, 'hex') && takeToken(id) }
        }
      },
    },
    {
      name: 'bare: digest, SQLite',
      does: 'one digest, one prepared select through a unique index',
      callsPerRound: 2_000,
      prepare() {
        const secret = pick(secrets)
        return () => ({
          ok: sqliteSelect.get(idOf(secret))?.digest_value === hash('sha256', secret, 'hex'),
        })
      },
    },
    {
      name: 'bare: digest, PostgreSQL',
      does: 'the same over a socket',
      callsPerRound: 200,
      prepare() {
        const secret = pick(secrets)
        return async () => {
          const { rows } = await pool.query({ ...postgresSelect, values: [idOf(secret)] })
          return { ok: rows[0]?.digest_value === hash('sha256', secret, 'hex') }
        }
      },
    },
  ]

  const { perSecond } = await race(contenders)
  console.log(`${size.toLocaleString('en')} keys, median of ${rounds} interleaved rounds`)
  for (const { name, does } of contenders) {
    const rate = Math.round(perSecond.get(name) ?? 0).toLocaleString('en')
    console.log(`  ${name.padEnd(28)} ${rate.padStart(9)} per second   ${does}`)
  }
  const ratio = (one: string, other: string, target: string) => {
    const quotient = (perSecond.get(one) ?? 0) / (perSecond.get(other) ?? 1)
    const digits = quotient < 10 ? quotient.toFixed(2) : Math.round(quotient).toLocaleString('en')
    console.log(`  ${`${one} / ${other}`.padEnd(48)} ${digits.padStart(7)}   (target: at least ${target})`)
  }
  ratio('warm, SQLite', 'Better Auth, SQLite', '300')
  ratio('warm, PostgreSQL', 'Better Auth, PostgreSQL', '300')
  ratio('warm, SQLite', 'bare: digest, map, bucket', '0.5')
  ratio('warm, PostgreSQL', 'bare: digest, map, bucket', '0.5')
  ratio('cold, SQLite', 'bare: digest, SQLite', '0.5')
  ratio('cold, PostgreSQL', 'bare: digest, PostgreSQL', '0.5')
  bare.close()
}

/** A million keys that nobody has, from a million addresses: nothing of them may stay. */
async function watchMemory(): Promise<void> {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const [, latchkey] = opened
  if (!latchkey) return
  const heapMb = () => {
    collect()
    return process.memoryUsage().heapUsed / 2 ** 20
  }
  const verifyMany = async (from: number, count: number) => {
    for (let index = from; index < from + count; index += 1) {
      const body = `lk_live_x${String(index).padStart(15, '0')}_${hash('sha256', String(index), 'hex').slice(0, 43)}`
      const headers = new Headers({ authorization: `Bearer ${body + checksumOf(body)}` })
      const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`
      await latchkey.verify({ headers, address })
    }
  }
  // Until every bounded memory is full.
  await verifyMany(0, 250_000)
  const before = heapMb()
  const after: string[] = []
  for (let part = 1; part <= 5; part += 1) {
    await verifyMany(50_000 + part * 200_000, 200_000)
    after.push(heapMb().toFixed(0))
  }
  console.log(
    `  1,000,000 verifications of random keys: ${before.toFixed(0)} MB of heap before, ${after.join(', ')} MB after each fifth`,
  )
}

async function open(store: ApiKeyStore, maxKeysInMemory: number) {
  const made = await openLatchkey(store, maxKeysInMemory)
  opened.push(made.latchkey)
  return made
}

/** A server has the headers when it asks; making them is no part of a verification. */
function requestWith(secret: string): VerifyRequest {
  return { headers: new Headers({ authorization: `Bearer ${secret}` }), address: '127.0.0.1' }
}

/** As for each request that comes over its own connection. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** As short as one can be. */
function createTokenBucket() {
  const perMs = 1_000
  const buckets = new Map<string, { tokens: number; atMs: number }>()
  return (id: string): boolean => {
    const now = Date.now()
    const bucket = buckets.get(id)
    if (!bucket) {
      buckets.set(id, { tokens: 999_999, atMs: now })
      return true
    }
    bucket.tokens = Math.min(1_000_000, bucket.tokens + (now - bucket.atMs) * perMs) - 1
    bucket.atMs = now
    return bucket.tokens >= 0
  }
}
