import { hash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { checksumOf } from '../src/contract/index.js'
import type { ApiKeyStore } from './core/api-key-store.js'
import type { StoredKey } from './core/stored-key.js'
import { createTestBench } from './core/test-bench.conformance.js'
import { memoryRateLimits } from './limits/memory-rate-limits.js'
import { at, insertionOf, now, sampleKey } from './stores/conformance/sample.conformance.js'
import { newTestDatabase } from './stores/postgres/database.conformance.js'
import { postgresStore } from './stores/postgres/index.js'
import { sqliteStore } from './stores/sqlite/index.js'

const database = newTestDatabase()
const folder = mkdtempSync(join(tmpdir(), 'latchkey-concurrent-'))
afterAll(() => rmSync(folder, { recursive: true }))

const total = 10_000
const patientMs = 120_000
const validity = [
  'valid',
  'revoked',
  'expired',
  'disabled',
  'unknown',
  'wrong secret',
  'wrong checksum',
] as const
type Validity = (typeof validity)[number]

const expected: Record<Validity, string> = {
  valid: 'ok',
  revoked: 'key_revoked',
  expired: 'key_expired',
  disabled: 'key_disabled',
  unknown: 'invalid_key',
  'wrong secret': 'invalid_key',
  'wrong checksum': 'invalid_key',
}

const stateOf: Partial<Record<Validity, Partial<StoredKey>>> = {
  valid: {},
  revoked: { revokedAt: at(-60) },
  expired: { expiresAt: at(-60) },
  disabled: { disabledAt: at(-60) },
  'wrong secret': {},
}

/** Mixed; each is presented many times. */
const keys = Array.from({ length: 210 }, (_, index) => {
  const kind = (index % 3 ? 'valid' : validity[(index / 3) % validity.length]) ?? 'valid'
  const id = String(index).padStart(16, '0')
  const secret = toSecret(id, 'right')
  const presented = { 'wrong secret': toSecret(id, 'wrong'), 'wrong checksum': `${secret.slice(0, -1)}~` }
  return {
    id,
    kind,
    secret,
    presented: kind in presented ? presented[kind as keyof typeof presented] : secret,
  }
})

function toSecret(id: string, salt: string): string {
  const body = `lk_live_${id}_${hash('sha256', id + salt, 'hex').slice(0, 43)}`
  return body + checksumOf(body)
}

/** Writes the keys to a place that is new, and names it. */
async function fill(place: string, open: (place: string) => ApiKeyStore): Promise<string> {
  const store = open(place)
  const rows = keys.flatMap(({ id, kind, secret }) => {
    const state = stateOf[kind]
    const digest = { algorithm: 'sha256' as const, pepperId: null, value: hash('sha256', secret, 'hex') }
    return state ? [sampleKey({ id, digest, ...state })] : []
  })
  for (let from = 0; from < rows.length; from += 50) {
    await Promise.all(rows.slice(from, from + 50).map((row) => store.insert(insertionOf(row))))
  }
  await store.close()
  return place
}

interface Case {
  name: string
  open: (place: string) => ApiKeyStore
  /** Where the keys are. */
  place: () => string
  maxKeysInMemory?: number
  /** Most that may be refused as unavailable. */
  shed?: number
  storeTimeoutMs?: number
}

let file = ''
let url = ''
const sqlite = {
  place: () => file,
  open: (path: string) => sqliteStore({ path, now: () => now }),
}
const postgres = {
  place: () => url,
  open: (url: string) => postgresStore({ url, timeoutMs: patientMs, maxWaiting: total, now: () => now }),
}
beforeAll(async () => {
  file = await fill(join(folder, 'latchkey.db'), sqlite.open)
  url = await fill(await database.newUrl(), postgres.open)
}, 60_000)

const cases: Case[] = [
  { name: 'SQLite, from memory where that is proven', ...sqlite },
  { name: 'SQLite, each from the file', ...sqlite, maxKeysInMemory: 0 },
  { name: 'PostgreSQL, from memory where that is proven', ...postgres },
  { name: 'PostgreSQL, each from the database', ...postgres, maxKeysInMemory: 0 },
  {
    name: 'PostgreSQL, where no more may wait than by default',
    ...postgres,
    open: (url) => postgresStore({ url, now: () => now }),
    maxKeysInMemory: 0,
    shed: total,
    storeTimeoutMs: 500,
  },
]

describe.each(cases)('10,000 verifications at once: $name', ({ open, place, shed = 0, ...options }) => {
  let bench: ReturnType<typeof createTestBench>
  afterEach(() => bench.latchkey.close())

  it('decides none wrongly, and all rightly afterwards (fault 25)', async () => {
    bench = createTestBench({
      storeTimeoutMs: patientMs,
      ...options,
      store: open(place()),
      limits: { limiter: memoryRateLimits(), default: null },
    })
    const asked = Array.from({ length: total }, (_, turn) => keys[(turn * 7) % keys.length] ?? keys[0])
    const answers = await Promise.all(asked.map((key, turn) => decide(key?.presented ?? '', turn)))
    const wrong = asked.flatMap((key, turn) => {
      const answer = answers[turn]
      if (!key || answer === expected[key.kind] || answer === 'store_unavailable') return []
      return [`${key.kind}: ${answer}`]
    })
    expect(wrong).toEqual([])
    expect(answers.filter((answer) => answer === 'store_unavailable').length).toBeLessThanOrEqual(shed)

    for (const key of keys.slice(0, 42)) {
      await expect
        .poll(() => decide(key.presented, total), { timeout: 20_000, interval: 10 })
        .toBe(expected[key.kind])
    }
  }, 120_000)

  /** Each from an address of its own, so that nobody is taken for somebody who guesses. */
  async function decide(secret: string, turn: number): Promise<string> {
    const answer = await bench.present(secret, { address: `10.0.${turn >> 8}.${turn & 255}` })
    return answer.ok ? 'ok' : answer.code
  }
})
