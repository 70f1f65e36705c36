import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, StatementSync } from 'node:sqlite'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import { checksumOf } from '../src/contract/index.js'
import type { ApiKeyStore } from './core/api-key-store.js'
import { ada, createTestBench } from './core/test-bench.conformance.js'
import { memoryRateLimits } from './limits/memory-rate-limits.js'
import { newTestDatabase } from './stores/postgres/database.conformance.js'
import { postgresStore } from './stores/postgres/index.js'
import { sqliteStore } from './stores/sqlite/index.js'

const database = newTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'latchkey-warm-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
const refused = { ok: false, code: 'invalid_key' }

interface Case {
  name: string
  /** Stores on one database, of two instances. */
  open: () => Promise<[ApiKeyStore, ApiKeyStore]>
  /** SQL that was sent to the database, by any store, in this order. */
  watchStatements: () => string[]
}

const cases: Case[] = [
  {
    name: 'SQLite',
    open: async () => {
      files += 1
      const path = join(folder, `${files}.db`)
      return [sqliteStore({ path }), sqliteStore({ path })]
    },
    watchStatements: () => {
      const statements: string[] = []
      for (const method of ['get', 'all', 'run'] as const) {
        const original = StatementSync.prototype[method] as (...values: unknown[]) => unknown
        watch(vi.spyOn(StatementSync.prototype, method)).mockImplementation(function (
          this: unknown,
          ...values
        ) {
          if (this instanceof StatementSync) statements.push(this.sourceSQL)
          return original.apply(this, values)
        })
      }
      watch(vi.spyOn(DatabaseSync.prototype, 'exec'))
      return statements
    },
  },
  {
    name: 'PostgreSQL',
    open: async () => {
      const url = await database.newUrl()
      // A wall clock that stands still, as the other one will.
      const options = { url, timeoutMs: 5_000, now: () => 0 }
      return [postgresStore(options), postgresStore(options)]
    },
    watchStatements: () => {
      const statements: string[] = []
      const original = pg.Client.prototype.query as (...values: unknown[]) => unknown
      watch(vi.spyOn(pg.Client.prototype, 'query')).mockImplementation(function (this: unknown, ...values) {
        const [query] = values
        const text = typeof query === 'object' && query !== null && 'text' in query ? query.text : query
        // What an instance notes to itself, four times a second, is no part of a verification.
        if (!String(text).includes('pg_notify')) statements.push(String(text))
        return original.apply(this, values)
      })
      return statements
    },
  },
]

/** Overloads of the real method are of no interest to a spy that passes everything on. */
function watch(spy: unknown): MockInstance<(...values: unknown[]) => unknown> {
  return spy as MockInstance<(...values: unknown[]) => unknown>
}

describe.each(cases)('a verification on $name', ({ open, watchStatements }) => {
  let stores: [ApiKeyStore, ApiKeyStore]
  const benchOver = (store: ApiKeyStore) =>
    createTestBench({
      store,
      limits: { limiter: memoryRateLimits() },
      storeTimeoutMs: 5_000,
      // Usage is written when a test says so, not in the middle of what it counts.
      flushIntervalMs: 600_000,
    })
  let here: ReturnType<typeof benchOver>
  let there: ReturnType<typeof benchOver>

  beforeEach(async () => {
    stores = await open()
    here = benchOver(stores[0])
    there = benchOver(stores[1])
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await Promise.all([here.latchkey.close(), there.latchkey.close()])
  })

  /**
   * Until memory may be used: PostgreSQL has to have heard of itself. From then on the clock by which that proof ends
   * stands still, so that it does not end on a slow machine.
   */
  async function warmUp(): Promise<void> {
    for (const store of stores) await store.findForVerification('0'.repeat(16))
    await vi.waitFor(
      () => {
        vi.spyOn(performance, 'now').mockReturnValue(performance.now())
        const areProven = stores.map((store) => store.currency?.isProven())
        if (areProven.includes(false)) vi.mocked(performance.now).mockRestore()
        expect(areProven).toEqual([true, true])
      },
      { timeout: 20_000, interval: 5 },
    )
  }

  it('makes one query when it is cold, none when it is warm, none for what is no key, and never a write', async () => {
    const { secret } = await here.issue()
    await warmUp()
    const statements = watchStatements()
    const queries = () => statements.splice(0).filter((sql) => sql !== 'PRAGMA data_version')

    expect(await here.present(secret)).toMatchObject({ ok: true })
    const cold = queries().filter((sql) => !sql.includes('FROM latchkey_changes'))
    expect(cold).toHaveLength(1)
    expect(cold[0]).toMatch(/^\s*SELECT/)

    for (let turn = 0; turn < 10; turn += 1) expect(await here.present(secret)).toMatchObject({ ok: true })
    expect(queries()).toEqual([])

    expect(await here.present(`${secret.slice(0, -1)}~`)).toMatchObject({ code: 'invalid_key' })
    expect(await here.present('not a key')).toMatchObject({ code: 'invalid_key' })
    expect(queries()).toEqual([])
  })

  it('takes typos of a key in memory for no guesses, and keys of another brand for none of its own', async () => {
    const { secret } = await here.issue()
    const { latchkey: _, issue } = createTestBench({
      store: stores[0],
      limits: { limiter: memoryRateLimits() },
      storeTimeoutMs: 5_000,
      brand: 'acme',
    })
    const foreign = await issue({ name: 'of another brand' })
    await warmUp()
    await here.present(secret)
    for (let turn = 0; turn < 40; turn += 1) {
      expect(await here.present(`${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`)).toEqual(refused)
    }
    expect(await here.present(secret)).toMatchObject({ ok: true })
    // A guess at its id brings the other key's record into memory.
    const body = `lk_live_${foreign.key.id}_${'0'.repeat(43)}`
    expect(await here.present(body + checksumOf(body))).toEqual(refused)
    expect(await here.present(foreign.secret)).toEqual(refused)
  })

  it('goes on from memory while usage is being written', async () => {
    const { secret } = await here.issue()
    await warmUp()
    await here.present(secret)
    await here.latchkey.flush()
    await here.present(secret)
    const statements = watchStatements()
    await here.present(secret)
    expect(statements.filter((sql) => sql.includes('FROM latchkey_keys'))).toEqual([])
  })

  it('counts its use, keeps its limit and ends at its expiry when it is warm', async () => {
    const { key, secret } = await here.issue({
      name: 'ci',
      rateLimit: { limit: 3, windowSeconds: 60 },
      expiresAt: '2026-11-23T13:00:00.000Z',
    })
    await warmUp()
    const answers = []
    for (let turn = 0; turn < 4; turn += 1) answers.push(await here.present(secret))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false])
    expect(answers[3]).toMatchObject({ code: 'rate_limited' })
    await here.latchkey.flush()
    expect(await stores[0].usage({ consumerId: 'ada', ids: [key.id], sinceDay: '2026-11-23' })).toEqual({
      [key.id]: [{ day: '2026-11-23', allowed: 3, denied: 1 }],
    })
    here.clock.now += 3_600_000
    expect(await here.present(secret)).toEqual({ ok: false, code: 'key_expired' })
  })

  it('takes a change into account with the next request on the instance that made it (VF-6)', async () => {
    const { key, secret } = await here.issue({ name: 'ci', scopes: ['orders:read'] })
    await warmUp()
    const { management } = here.latchkey
    const present = () => here.present(secret, { requiredScopes: ['orders:read'] })
    expect(await present()).toMatchObject({ ok: true })
    await management.update(ada, key.id, { scopes: [] }, 1)
    expect(await present()).toMatchObject({ code: 'insufficient_scope' })
    await management.update(ada, key.id, { scopes: ['orders:read'] }, 2)
    expect(await present()).toMatchObject({ ok: true })
    await management.update(ada, key.id, { enabled: false }, 3)
    expect(await present()).toMatchObject({ code: 'key_disabled' })
    await management.update(ada, key.id, { enabled: true }, 4)
    expect(await present()).toMatchObject({ ok: true })
    await here.latchkey.consumers.suspend('ada')
    expect(await present()).toMatchObject({ code: 'consumer_suspended' })
    await here.latchkey.consumers.resume('ada')
    expect(await present()).toMatchObject({ ok: true })
    await management.revoke(ada, key.id, {})
    expect(await present()).toMatchObject({ code: 'key_revoked' })
  })

  it('takes another instance’s change into account as soon as it hears of it (VF-6, VF-7)', async () => {
    const { key, secret } = await here.issue()
    await warmUp()
    const expectSoon = (answer: object) =>
      vi.waitFor(async () => expect(await here.present(secret)).toMatchObject(answer), {
        timeout: 20_000,
        interval: 1,
      })
    expect(await here.present(secret)).toMatchObject({ ok: true })
    await there.latchkey.consumers.suspend('ada')
    await expectSoon({ code: 'consumer_suspended' })
    await there.latchkey.consumers.resume('ada')
    await expectSoon({ ok: true })
    await there.latchkey.management.rotate(ada, key.id, { overlapSeconds: 0 }, { idempotencyKey: null })
    await expectSoon({ code: 'key_revoked' })
  })
})
