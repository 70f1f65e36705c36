import { describe, expect, it, vi } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { ApiKeyStore } from '../api-key-store.js'
import type { LatchkeyOptions } from '../latchkey-options.js'
import type { RateLimiter } from '../rate-limiter.js'
import { ada, createTestBench, expectValue, withoutIdempotency } from '../test-bench.conformance.js'
import { countReads } from './count-reads.conformance.js'
import { forgeKey } from './forge-key.conformance.js'

const bench = (options: Partial<LatchkeyOptions> & { limiter?: RateLimiter } = {}) =>
  createTestBench({
    store: memoryStore(),
    ...options,
    limits: { limiter: options.limiter ?? memoryRateLimits(), ...options.limits },
  })

describe('a key that opens', () => {
  it('speaks for its consumer, and nothing of the answer can be changed (VF-15)', async () => {
    const { issue, present } = bench()
    const { key, secret } = await issue({ name: 'ci', scopes: ['orders:read'] })
    const answer = await present(secret, { requiredScopes: ['orders:read'] })
    expect(answer).toMatchObject({
      ok: true,
      key: { id: key.id, consumerId: 'ada', name: 'ci', environment: 'live', scopes: ['orders:read'] },
      rate: { policy: 'default', limit: 600, windowSeconds: 60, remaining: 599 },
    })
    if (!answer.ok) return
    for (const part of [answer, answer.key, answer.key.scopes, answer.rate]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
  })

  it('is an opaque reference: what says something by itself, as a JWT does, is no key (KF-12)', async () => {
    const store = memoryStore()
    let asked = 0
    const { issue, present } = bench({
      store: {
        ...store,
        findForVerification(id) {
          asked += 1
          return store.findForVerification(id)
        },
      },
    })
    const { secret } = await issue()
    for (const part of secret.split('_')) {
      expect(() => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))).toThrow()
    }
    const encode = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
    const jwt = `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ sub: 'ada', scope: 'billing' })}.`
    expect(await present(jwt)).toEqual({ ok: false, code: 'invalid_key' })
    expect(asked).toBe(0)
  })

  it('stops at its expiry, and no millisecond before (VF-5)', async () => {
    const { issue, present, clock } = bench()
    const { secret } = await issue({ name: 'ci', expiresAt: '2026-11-23T13:00:00.000Z' })
    clock.now += 3_600_000 - 1
    expect(await present(secret)).toMatchObject({ ok: true })
    clock.now += 1
    expect(await present(secret)).toEqual({ ok: false, code: 'key_expired' })
  })

  it('stops with the next request after it is disabled or revoked, or its consumer suspended (VF-6)', async () => {
    const { issue, present, latchkey } = bench()
    const { key, secret } = await issue()
    await latchkey.consumers.suspend('ada')
    expect(await present(secret)).toEqual({ ok: false, code: 'consumer_suspended' })
    await latchkey.consumers.resume('ada')
    await latchkey.management.update(ada, key.id, { enabled: false }, 1)
    expect(await present(secret)).toEqual({ ok: false, code: 'key_disabled' })
    await latchkey.management.revoke(ada, key.id, {})
    expect(await present(secret)).toEqual({ ok: false, code: 'key_revoked' })
  })

  it('is told all the scopes that a request needs', async () => {
    const { issue, present } = bench()
    const { secret } = await issue({ name: 'ci', scopes: ['orders:read'] })
    const requiredScopes = ['orders:read', 'orders:write']
    expect(await present(secret, { requiredScopes })).toEqual({
      ok: false,
      code: 'insufficient_scope',
      requiredScopes,
    })
  })
})

describe('a stranger', () => {
  it('gets one answer, whatever is wrong (VF-3)', async () => {
    const { issue, present, latchkey } = bench()
    const { key, secret } = await issue()
    const answers = [
      await present('hello'),
      await present(`${secret.slice(0, -1)}!`),
      await present(forgeKey(secret, 'id')),
      await present(forgeKey(secret, 'secret')),
    ]
    await latchkey.management.revoke(ada, key.id, {})
    answers.push(await present(forgeKey(secret, 'secret')))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"ok":false,"code":"invalid_key"}']),
    )
  })

  it('costs one read and one digest, whether the id exists or not (VF-4)', async () => {
    let digests = 0
    const { reads, store } = countReads(memoryStore())
    const { issue, present } = bench({
      store,
      sha256: (text) => {
        digests += 1
        return text.length.toString(16).padStart(64, '0')
      },
    })
    const { secret } = await issue()
    for (const part of ['id', 'secret'] as const) {
      digests = 0
      reads.length = 0
      await present(forgeKey(secret, part))
      expect([reads.length, digests]).toEqual([1, 1])
    }
  })

  it('is turned away without a look at the store for a typo, another brand or environment (KF-5, KF-7)', async () => {
    const { reads, store } = countReads(memoryStore())
    const { issue, present } = bench({ store })
    const { secret } = await issue()
    const typo = secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0')
    for (const text of [typo, forgeKey(secret, 'brand'), forgeKey(secret, 'environment')]) {
      expect(await present(text)).toEqual({ ok: false, code: 'invalid_key' })
    }
    expect(reads).toEqual([])
  })

  it('does not make the store look for changes for the typo of a key in memory either (KF-5)', async () => {
    const isProven = vi.fn(() => true)
    const { issue, present } = bench({ store: { ...memoryStore(), currency: { onChange() {}, isProven } } })
    const { secret } = await issue()
    await present(secret)
    isProven.mockClear()
    const typo = secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0')
    expect(await present(typo)).toEqual({ ok: false, code: 'invalid_key' })
    expect(isProven).not.toHaveBeenCalled()
    expect(await present(forgeKey(secret, 'secret'))).toEqual({ ok: false, code: 'invalid_key' })
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(isProven).toHaveBeenCalledTimes(2)
  })
})

describe('a dependency that fails (VF-11, VF-12)', () => {
  const refused = { ok: false, code: 'store_unavailable', retryAfterSeconds: 1 }
  const hang = () => new Promise<never>(() => {})
  const fail = async () => {
    throw new Error('down')
  }

  it.each([
    ['hangs', hang],
    ['rejects', fail],
  ])('is answered with 503 and never with an identity: a store that %s', async (_, findForVerification) => {
    const { secret } = await bench().issue()
    const { present, errors } = bench({
      store: { ...memoryStore(), findForVerification },
      storeTimeoutMs: 20,
    })
    expect(await present(secret)).toEqual(refused)
    expect(errors).toHaveLength(1)
  })

  it.each([
    ['consume', hang],
    ['peek', hang],
    ['consume', fail],
    ['peek', fail],
  ])('is answered with 503 and never with an identity: a limiter whose %s fails', async (method, broken) => {
    const { issue, present } = bench({
      limiter: { ...memoryRateLimits(), [method]: broken },
      storeTimeoutMs: 20,
    })
    const { secret } = await issue()
    // Who never failed is not asked about, so the address has to fail once.
    if (method === 'peek') await present(forgeKey(secret, 'secret'))
    expect(await present(secret)).toEqual(refused)
  })

  it('is not charged for when its answer comes too late', async () => {
    const store = memoryStore()
    let answer = () => {}
    const late: ApiKeyStore = {
      ...store,
      findForVerification: (id) =>
        new Promise((resolve) => {
          answer = () => resolve(store.findForVerification(id))
        }),
    }
    const limiter = memoryRateLimits()
    const charged: string[] = []
    const counting: RateLimiter = {
      ...limiter,
      consume: (charge) => {
        charged.push(charge.policy)
        return limiter.consume(charge)
      },
    }
    const { issue, present, latchkey } = bench({ store: late, limiter: counting, storeTimeoutMs: 20 })
    const { key, secret } = await issue()
    expect(await present(secret)).toEqual(refused)
    answer()
    // Lets the abandoned work run to its end.
    await new Promise((resolve) => setTimeout(resolve))
    await latchkey.flush()
    expect(charged).toEqual([])
    const usage = expectValue(await latchkey.management.usage(ada, { ids: [key.id], days: 1 }))
    expect(usage.series[key.id]).toEqual([])
  })

  it('does not let a listener that throws change the answer', async () => {
    const { secret } = await bench().issue()
    const onError = () => {
      throw new Error('log is full')
    }
    const { present } = bench({ store: { ...memoryStore(), findForVerification: fail }, onError })
    expect(await present(secret)).toEqual(refused)
  })
})

describe('the pepper of a key (ST-4)', () => {
  const pepper = (id: string) => ({ id, secret: crypto.getRandomValues(new Uint8Array(32)) })

  it('is renewed by its next use, after which the old one may go', async () => {
    const store = memoryStore()
    const [older, newer] = [pepper('a'), pepper('b')]
    const { secret } = await bench({ store, peppers: [older] }).issue()
    const both = bench({ store, peppers: [newer, older] })
    expect(await both.present(secret)).toMatchObject({ ok: true })
    await expect.poll(() => bench({ store, peppers: [newer] }).present(secret)).toMatchObject({ ok: true })
    expect(await bench({ store, peppers: [older] }).present(secret)).toEqual({
      ok: false,
      code: 'invalid_key',
    })
  })

  it('is renewed once for many requests at a time', async () => {
    const store = memoryStore()
    const { secret } = await bench({ store }).issue()
    const renewed: string[] = []
    const replaceDigest: ApiKeyStore['replaceDigest'] = async (id) => void renewed.push(id)
    const { present } = bench({ store: { ...store, replaceDigest }, peppers: [pepper('b')] })
    await Promise.all([present(secret), present(secret), present(secret)])
    await expect.poll(() => renewed).toHaveLength(1)
  })

  it('that cannot be renewed does not fail the request', async () => {
    const store = memoryStore()
    const { secret } = await bench({ store }).issue()
    const replaceDigest = async () => {
      throw new Error('read-only')
    }
    const { present, errors } = bench({ store: { ...store, replaceDigest }, peppers: [pepper('b')] })
    expect(await present(secret)).toMatchObject({ ok: true })
    await expect.poll(() => errors).toHaveLength(1)
  })
})

describe('what is remembered of requests (VF-14)', () => {
  it('is counted by day, written with a flush, and a refusal is told once a minute', async () => {
    const { issue, present, latchkey, clock } = bench()
    const { key, secret } = await issue()
    await present(secret)
    await present(secret)
    await present(secret, { charge: false })
    for (let count = 0; count < 3; count += 1) await present(secret, { requiredScopes: ['billing'] })
    clock.now += 60_000
    await present(secret, { requiredScopes: ['billing'] })
    await present(forgeKey(secret, 'secret'))
    await latchkey.flush()

    const usage = expectValue(await latchkey.management.usage(ada, { ids: [key.id], days: 1 }))
    expect(usage.series[key.id]).toEqual([{ day: '2026-11-23', allowed: 2, denied: 4 }])
    const { events } = expectValue(await latchkey.management.activity(ada, key.id, { limit: 10 }))
    expect(events.map(({ type, reason, at }) => [type, reason, at.slice(11, 16)])).toEqual([
      ['refused', 'insufficient_scope', '12:01'],
      ['refused', 'insufficient_scope', '12:00'],
      ['created', null, '12:00'],
    ])
    expect(events[0]).toMatchObject({ address: '198.51.100.9', userAgent: 'curl', actor: null })
  })

  it('is written before the store closes', async () => {
    const { issue, present, latchkey, store } = bench()
    const { key, secret } = await issue()
    await present(secret)
    await latchkey.close()
    expect(await store.get({ id: key.id, consumerId: 'ada' })).toMatchObject({
      lastUsedAt: '2026-11-23T12:00:00.000Z',
    })
  })

  it('never names the secret (ST-1)', async () => {
    const told: unknown[] = []
    const broken = {
      ...memoryStore(),
      recordUsage: async () => {
        throw new Error('down')
      },
    }
    const { latchkey, present } = bench({
      store: broken,
      onError: (error, context) => told.push([error, context]),
    })
    const created = expectValue(await latchkey.management.create(ada, { name: 'ci' }, withoutIdempotency))
    await present(created.secret ?? '')
    await latchkey.flush()
    expect(told).toHaveLength(1)
    expect(JSON.stringify(told)).not.toContain(created.secret)
  })
})
