import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sqliteStore } from 'latchkey/stores/sqlite'
import { fillSqlite } from './bench/fill-sqlite.bench.ts'
import { idOf, makeSecrets } from './bench/make-secrets.bench.ts'
import { openBetterAuthOnSqlite } from './bench/open-better-auth.bench.ts'
import { openLatchkey } from './bench/open-latchkey.bench.ts'
import { type Contender, pick, race, rounds } from './bench/race.bench.ts'

/*
 * Verifications per second on SQLite, each of which reads the database: without memory. Each call takes another key at
 * random. Nothing is asserted: read the ratios. `npm run bench:server` compares stores and memory.
 */

const folder = mkdtempSync(join(tmpdir(), 'latchkey-bench-'))

try {
  for (const size of [1_000, 100_000]) await compare(size)
} finally {
  rmSync(folder, { recursive: true })
}

async function compare(size: number): Promise<void> {
  const path = join(folder, `latchkey-${size}.db`)
  const { latchkey, keyId } = await openLatchkey(sqliteStore({ path }), 0)
  const secrets = makeSecrets(size)
  fillSqlite(path, keyId, secrets)
  const better = await openBetterAuthOnSqlite(join(folder, `better-auth-${size}.db`), size)
  const bare = new DatabaseSync(path)
  bare.exec('PRAGMA synchronous = FULL')
  const select = bare.prepare(
    'SELECT digest_value, consumer_id, scopes, ends_at, disabled_at, revoked_at FROM latchkey_keys WHERE id = ?',
  )
  const touch = bare.prepare('UPDATE latchkey_keys SET last_used_at = ? WHERE id = ?')
  const count = bare.prepare('UPDATE latchkey_keys SET version = version + 1 WHERE id = ?')

  const contenders: Contender[] = [
    {
      name: 'Latchkey',
      does: 'reads the key, decides, counts rate and usage in memory, which is written once a second',
      callsPerRound: 3_000,
      // A server has the headers when it asks; making them is no part of a verification.
      prepare() {
        const headers = new Headers({ authorization: `Bearer ${pick(secrets)}` })
        return () => latchkey.verify({ headers, address: '127.0.0.1' })
      },
      afterRound: () => latchkey.flush(),
    },
    {
      name: 'Better Auth',
      does: 'reads the key and writes its usage durably on every call, rate limit off',
      callsPerRound: 60,
      prepare() {
        const key = pick(better.secrets)
        return async () => ({ ok: (await better.api.verifyApiKey({ body: { key } })).valid })
      },
    },
    {
      name: 'Bare limit',
      does: 'one digest, one prepared select through a unique index',
      callsPerRound: 3_000,
      prepare() {
        const secret = pick(secrets)
        return () => ({ ok: select.get(idOf(secret))?.digest_value === hash('sha256', secret, 'hex') })
      },
    },
    {
      name: 'Bare limit with two updates',
      does: 'the same, then last use and count, each durable (synchronous=FULL)',
      callsPerRound: 60,
      prepare() {
        const secret = pick(secrets)
        return () => {
          const digest = hash('sha256', secret, 'hex')
          const id = idOf(secret)
          const ok = select.get(id)?.digest_value === digest
          touch.run(Date.now(), id)
          count.run(id)
          return { ok }
        }
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
