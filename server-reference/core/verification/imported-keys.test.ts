import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { ApiKeyStore } from '../api-key-store.js'
import type { LatchkeyOptions } from '../latchkey-options.js'
import { ada, createTestBench, expectValue, withoutIdempotency } from '../test-bench.conformance.js'

const newPepper = { id: 'new', secret: '5f9c1e8a7b3d2c4f6e0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b0c9d8e' }
const oldPepper = { id: 'old', secret: '0a1b2c3d4e5f60718293a4b5c6d7e8f91a2b3c4d5e6f708192a3b4c5d6e7f809' }

/** In the shape of two other systems' keys. */
const secret = 'acme_3ZsYqhXwNQ8mC1rTfVdGkL'
const letters = 'QwErTyUiOpAsDfGhJkLzXcVbNmQwErTyUiOpAsDfGhJkLzXcVbNmQwErTyUiOpAs'
const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex')

const bench = (options: Partial<LatchkeyOptions> = {}) =>
  createTestBench({
    store: memoryStore(),
    acceptImportedKeys: true,
    ...options,
    limits: { limiter: memoryRateLimits(), ...options.limits },
  })

const foreign = (
  changes: Partial<Parameters<ReturnType<typeof bench>['latchkey']['importKey']>[0]> = {},
) => ({
  sha256: sha256Of(secret),
  consumerId: 'ada',
  name: 'ci',
  prefix: 'acme_',
  start: '3ZsY',
  scopes: ['orders:read'],
  ...changes,
})

/** Counts what a store is asked for verifications. */
function watch(store: ApiKeyStore) {
  const asked: string[] = []
  const currency = { onChange() {}, isProven: () => true }
  return {
    asked,
    store: {
      ...store,
      currency,
      findForVerification(id: string) {
        asked.push('read')
        return store.findForVerification(id)
      },
      findByDigest(digests: Parameters<ApiKeyStore['findByDigest']>[0]) {
        asked.push('digest')
        return store.findByDigest(digests)
      },
    },
  }
}

describe('A key that was imported', () => {
  it('opens as it did before, and only the whole of it', async () => {
    const { latchkey, present } = bench()
    const imported = await latchkey.importKey(foreign())
    expect(imported).toMatchObject({ ok: true, name: 'ci', droppedScopes: [] })
    expect(await present(secret, { requiredScopes: ['orders:read'] })).toMatchObject({
      ok: true,
      key: { id: imported.ok ? imported.id : '', consumerId: 'ada', name: 'ci', scopes: ['orders:read'] },
    })
    for (const text of [`${secret}x`, secret.slice(0, -1), secret.toLowerCase(), sha256Of(secret)]) {
      expect(await present(text), text).toEqual({ ok: false, code: 'invalid_key' })
    }
  })

  it('is unknown, and costs no look at the store, where none are accepted', async () => {
    const { asked, store } = watch(memoryStore())
    const { latchkey, present } = bench({ store, acceptImportedKeys: false })
    await latchkey.importKey(foreign())
    asked.length = 0
    expect(await present(secret)).toEqual({ ok: false, code: 'invalid_key' })
    expect(asked).toEqual([])
  })

  it('makes nothing of our own shape look for a digest: no typo, other brand or environment (KF-5, KF-7)', async () => {
    const { asked, store } = watch(memoryStore())
    const { issue, present } = bench({ store, environments: ['live', 'test'] })
    const test = await issue({ name: 'test', environment: 'test' })
    const live = await issue({ name: 'live' })
    const onlyLive = bench({ store })
    asked.length = 0
    const typo = live.secret.slice(0, -1) + (live.secret.endsWith('0') ? '1' : '0')
    for (const text of [test.secret, typo]) {
      expect(await onlyLive.present(text)).toEqual({ ok: false, code: 'invalid_key' })
    }
    expect(await bench({ store, brand: 'other' }).present(live.secret)).toMatchObject({ code: 'invalid_key' })
    for (const text of ['short', 'x'.repeat(513), 'a.b.c'.repeat(9), `${secret} ${secret}`, 'é'.repeat(20)]) {
      await present(text)
    }
    expect(asked).toEqual([])
  })

  it('is looked for once, and then known: a request costs no look at the store', async () => {
    const { asked, store } = watch(memoryStore())
    const { latchkey, present } = bench({ store })
    await latchkey.importKey(foreign())
    asked.length = 0
    await present(secret)
    expect(asked).toEqual(['digest', 'read'])
    await present(secret)
    expect(asked).toEqual(['digest', 'read'])
  })

  it('is kept with the pepper from the start where the importer has it (ST-4)', async () => {
    const store = memoryStore()
    const { latchkey, present } = bench({ store, peppers: [newPepper] })
    const imported = await latchkey.importKey(foreign())
    const record = await store.findForVerification(imported.ok ? imported.id : '')
    expect(record?.digest).toMatchObject({ algorithm: 'hmac-sha256', pepperId: 'new' })
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('is upgraded to the pepper with its first use where the importer had none, or an older one (ST-4)', async () => {
    for (const peppers of [[], [oldPepper]]) {
      const store = memoryStore()
      const imported = await bench({ store, peppers }).latchkey.importKey(foreign())
      const id = imported.ok ? imported.id : ''
      expect((await store.findForVerification(id))?.digest.pepperId).toBe(peppers[0]?.id ?? null)
      const { present } = bench({ store, peppers: [newPepper, oldPepper] })
      expect(await present(secret)).toMatchObject({ ok: true })
      await expect.poll(async () => (await store.findForVerification(id))?.digest.pepperId).toBe('new')
      expect(await present(secret)).toMatchObject({ ok: true })
      expect(await bench({ store, peppers: [newPepper] }).present(secret)).toMatchObject({ ok: true })
      // What lay there before opens nothing any more.
      expect(
        await store.findByDigest([{ algorithm: 'sha256', pepperId: null, value: sha256Of(secret) }]),
      ).toBeNull()
    }
  })

  it('is refused for the reasons that a key is refused for, and limited as one', async () => {
    const { latchkey, present, clock } = bench({
      limits: { limiter: memoryRateLimits(), default: { limit: 2, windowSeconds: 60 } },
    })
    const expiresAt = new Date(clock.now + 1000).toISOString()
    const ending = await latchkey.importKey(foreign({ expiresAt }))
    await latchkey.importKey(foreign({ sha256: sha256Of(letters), name: 'off', enabled: false }))
    expect(await present(letters)).toEqual({ ok: false, code: 'key_disabled' })
    expect(await present(secret, { requiredScopes: ['billing'] })).toMatchObject({
      code: 'insufficient_scope',
    })
    expect(await present(secret)).toMatchObject({ ok: true, rate: { remaining: 1 } })
    await present(secret)
    expect(await present(secret)).toMatchObject({ code: 'rate_limited' })
    clock.now += 1000
    expect(await present(secret)).toEqual({ ok: false, code: 'key_expired' })
    await latchkey.revokeKeys({ id: ending.ok ? ending.id : '' })
    expect(await present(secret)).toEqual({ ok: false, code: 'key_revoked' })
  })

  it('is found and revoked by being pasted (OP-6), and is rotated into a key of ours', async () => {
    const { latchkey, present } = bench({ peppers: [newPepper] })
    const imported = await latchkey.importKey(foreign())
    const id = imported.ok ? imported.id : ''
    const found = await latchkey.management.identify(ada, sha256Of(secret))
    expect(expectValue(found)).toEqual({ id })
    const rotated = await latchkey.management.rotate(ada, id, { overlapSeconds: 60 }, withoutIdempotency)
    const { key, secret: successor } = expectValue(rotated)
    expect(key).toMatchObject({ name: 'ci', prefix: 'lk_live_', scopes: ['orders:read'] })
    expect(await present(successor ?? '')).toMatchObject({ ok: true })
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(await latchkey.revokeKeys({ secret })).toEqual([id])
    expect(await present(secret)).toEqual({ ok: false, code: 'key_revoked' })
  })

  it('is found under another id once the database is another, without a restart', async () => {
    let store = memoryStore()
    const changing: ApiKeyStore = {
      ...store,
      findByDigest: (digests) => store.findByDigest(digests),
      findForVerification: (id) => store.findForVerification(id),
      insert: (insertion) => store.insert(insertion),
    }
    const { latchkey, present } = bench({ store: changing })
    await latchkey.importKey(foreign())
    expect(await present(secret)).toMatchObject({ ok: true })
    store = memoryStore()
    const again = await latchkey.importKey(foreign())
    await present(secret)
    expect(await present(secret)).toMatchObject({ ok: true, key: { id: again.ok ? again.id : '' } })
  })
})

describe('Wrong keys where imported ones are accepted (VF-13)', () => {
  const failures = { limit: 3, windowSeconds: 60 }
  const address = '192.0.2.1'

  it('from one address are refused before the lookup once there were too many, and lock nobody else out', async () => {
    const { asked, store } = watch(memoryStore())
    const { latchkey, present } = bench({ store, limits: { limiter: memoryRateLimits(), failures } })
    await latchkey.importKey(foreign())
    for (const count of [1, 2, 3]) {
      expect(await present(`${letters}${count}`, { address })).toEqual({ ok: false, code: 'invalid_key' })
    }
    asked.length = 0
    expect(await present(secret, { address })).toMatchObject({
      code: 'rate_limited',
      rate: { policy: 'failures' },
    })
    expect(asked).toEqual([])
    // Not even somebody who failed once: what is wrong names no key, so no key is guessed at.
    await present(letters, { address: '192.0.2.2' })
    expect(await present(secret, { address: '192.0.2.2' })).toMatchObject({ ok: true })
  })

  it('get 503 and no identity where the store cannot tell (VF-11)', async () => {
    const fail = async () => Promise.reject(new Error('down'))
    const { present } = bench({ store: { ...memoryStore(), findByDigest: fail } })
    expect(await present(secret)).toMatchObject({ code: 'store_unavailable' })
  })
})

describe('An import', () => {
  it('keeps what is known of the key, and says honestly what is not', async () => {
    const { latchkey, clock } = bench()
    const imported = await latchkey.importKey(
      foreign({
        createdAt: '2024-05-01T00:00:00Z',
        lastUsedAt: '2026-11-01T10:00:00Z',
        scopes: ['orders:read', 'gone'],
      }),
      { actor: { id: 'operator' }, reason: 'imported from Unkey' },
    )
    expect(imported).toMatchObject({ ok: true, droppedScopes: ['gone'] })
    const id = imported.ok ? imported.id : ''
    expect(expectValue(await latchkey.management.get(ada, id)).key).toMatchObject({
      prefix: 'acme_',
      start: '3ZsY',
      end: '',
      scopes: ['orders:read'],
      createdAt: '2024-05-01T00:00:00.000Z',
      lastUsedAt: '2026-11-01T10:00:00.000Z',
      updatedAt: new Date(clock.now).toISOString(),
      createdBy: null,
    })
    const { events } = expectValue(await latchkey.management.activity(ada, id, { limit: 9 }))
    expect(events).toMatchObject([
      { type: 'created', reason: 'imported from Unkey', actor: { id: 'operator' } },
    ])
  })

  it('of the same key changes nothing the second time, under a newer pepper too', async () => {
    const store = memoryStore()
    const first = await bench({ store, peppers: [oldPepper] }).latchkey.importKey(foreign())
    const again = await bench({ store, peppers: [newPepper, oldPepper] }).latchkey.importKey(foreign())
    expect(again).toEqual({ ok: false, code: 'already_imported', id: first.ok ? first.id : '' })
  })

  it('gives keys that share a name names of their own', async () => {
    const { latchkey } = bench()
    const names: string[] = []
    for (let count = 0; count < 11; count += 1) {
      const imported = await latchkey.importKey(
        foreign({ sha256: sha256Of(String(count)), name: 'n'.repeat(64) }),
      )
      if (imported.ok) names.push(imported.name)
    }
    expect(new Set(names).size).toBe(11)
    expect(names[1]).toBe(`${'n'.repeat(62)} 2`)
    expect(names.every((name) => name.length <= 64)).toBe(true)
  })

  it.each([
    ['sha256', { sha256: 'AB'.repeat(32) }],
    ['consumerId', { consumerId: 'a b' }],
    ['name', { name: '' }],
    ['prefix', { prefix: 'x'.repeat(33) }],
    ['start', { start: 'a b' }],
    ['expiresAt', { expiresAt: 'tomorrow' }],
    ['rateLimit', { rateLimit: { limit: 0, windowSeconds: 1 } }],
  ])('refuses a %s that is none, and writes nothing', async (field, changes) => {
    const store = memoryStore()
    const { latchkey } = bench({ store })
    const outcome = await latchkey.importKey(foreign(changes))
    expect(outcome).toMatchObject({ ok: false, code: 'validation_failed' })
    expect(JSON.stringify(outcome)).toContain(field)
    expect(await store.listConsumers('', 9)).toEqual([])
  })
})
