import { describe, expect, it, vi } from 'vitest'
import { checksumOf } from '../../../src/contract/index.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { ApiKeyStore } from '../api-key-store.js'
import type { LatchkeyOptions } from '../latchkey-options.js'
import type { RateLimiter } from '../rate-limiter.js'
import { ada, createTestBench, expectValue, withoutIdempotency } from '../test-bench.conformance.js'

const bench = (options: Partial<LatchkeyOptions> & { limiter?: RateLimiter } = {}) =>
  createTestBench({
    store: memoryStore(),
    ...options,
    limits: { limiter: options.limiter ?? memoryRateLimits(), ...options.limits },
  })

/** The same key with another secret part or id, and a checksum that fits. */
function forge(secret: string, part: 'id' | 'secret' | 'brand' | 'environment'): string {
  const [brand, environment, id = '', rest = ''] = secret.split('_')
  const flip = (text: string) => (text.startsWith('x') ? 'y' : 'x') + text.slice(1)
  const body = [
    part === 'brand' ? 'other' : brand,
    part === 'environment' ? 'test' : environment,
    part === 'id' ? flip(id) : id,
    (part === 'secret' ? flip(rest) : rest).slice(0, 43),
  ].join('_')
  return body + checksumOf(body)
}

/** A store that counts its verification reads. */
function countReads(store: ApiKeyStore) {
  const reads: string[] = []
  const findForVerification = (id: string) => {
    reads.push(id)
    return store.findForVerification(id)
  }
  return { reads, store: { ...store, findForVerification } }
}

/** Answers like one that is asked over a network: never at once. */
function remoteRateLimits(): RateLimiter {
  const near = memoryRateLimits()
  return {
    consume: async (charge) => near.consume(charge),
    consumeAll: async (charges) => near.consumeAll(charges),
    peek: async (charge) => near.peek(charge),
  }
}

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
      await present(forge(secret, 'id')),
      await present(forge(secret, 'secret')),
    ]
    await latchkey.management.revoke(ada, key.id, {})
    answers.push(await present(forge(secret, 'secret')))
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
      await present(forge(secret, part))
      expect([reads.length, digests]).toEqual([1, 1])
    }
  })

  it('is turned away without a look at the store for a typo, another brand or environment (KF-5, KF-7)', async () => {
    const { reads, store } = countReads(memoryStore())
    const { issue, present } = bench({ store })
    const { secret } = await issue()
    const typo = secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0')
    for (const text of [typo, forge(secret, 'brand'), forge(secret, 'environment')]) {
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
    expect(await present(forge(secret, 'secret'))).toEqual({ ok: false, code: 'invalid_key' })
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(isProven).toHaveBeenCalledTimes(2)
  })
})

describe('wrong keys (VF-13)', () => {
  const failures = { limit: 3, windowSeconds: 60 }
  const stranger = '192.0.2.1'

  it('from one address are refused before the lookup once there were too many', async () => {
    const { reads, store } = countReads(memoryStore())
    const { issue, present } = bench({ store, limits: { limiter: memoryRateLimits(), failures } })
    const { secret } = await issue()
    for (const part of ['id', 'secret', 'secret'] as const)
      await present(forge(secret, part), { address: stranger })
    reads.length = 0
    expect(await present(secret, { address: stranger })).toMatchObject({
      ok: false,
      code: 'rate_limited',
      retryAfterSeconds: 20,
      rate: { policy: 'failures' },
    })
    expect(reads).toEqual([])
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('from one address, ten thousand of them, end before the lookup and lock nobody else out (fault 26)', async () => {
    const { reads, store } = countReads(memoryStore())
    const { issue, present } = bench({ store, limits: { limiter: memoryRateLimits(), failures } })
    const { secret } = await issue()
    const wrong = forge(secret, 'secret')
    const codes = new Map<string, number>()
    for (let count = 0; count < 10_000; count += 1) {
      const answer = await present(wrong, { address: stranger })
      const code = answer.ok ? 'ok' : answer.code
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect(Object.fromEntries(codes)).toEqual({ invalid_key: 3, rate_limited: 9_997 })
    expect(reads.length).toBeLessThanOrEqual(4)
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('from one IPv6 network count as from one address', async () => {
    const { issue, present } = bench({ limits: { limiter: memoryRateLimits(), failures } })
    const { secret } = await issue()
    for (const host of [1, 2, 3]) await present(forge(secret, 'id'), { address: `2001:db8:0:1::${host}` })
    expect(await present(secret, { address: '2001:db8:0:1:ffff::9' })).toMatchObject({ code: 'rate_limited' })
    expect(await present(secret, { address: '2001:db8:0:2::1' })).toMatchObject({ ok: true })
  })

  it.each([
    ['answers at once', memoryRateLimits],
    ['is far away', remoteRateLimits],
  ])('for one id lock its holder out nowhere else, where the limiter %s', async (_, createLimiter) => {
    const { issue, present } = bench({ limits: { limiter: createLimiter(), failures } })
    const { secret } = await issue()
    for (const host of [1, 2, 3]) await present(forge(secret, 'secret'), { address: `192.0.2.${host}` })
    expect(await present(forge(secret, 'secret'), { address: '192.0.2.4' })).toMatchObject({
      code: 'rate_limited',
      rate: { policy: 'failures-per-key' },
    })
    expect(await present(secret, { address: '192.0.2.1' })).toMatchObject({ code: 'rate_limited' })
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(await present(secret, { address: null })).toMatchObject({ ok: true })
  })

  it('are not counted where the secret was proved', async () => {
    const { issue, present } = bench({ limits: { limiter: memoryRateLimits(), failures } })
    const { secret } = await issue()
    for (let count = 0; count < 9; count += 1) await present(secret, { requiredScopes: ['billing'] })
    expect(await present(secret)).toMatchObject({ ok: true })
  })
})

describe('rate limits (VF-10)', () => {
  const limits = () => ({ limiter: memoryRateLimits(), default: { limit: 2, windowSeconds: 60 } })

  it('are charged last, by requests that passed every other check', async () => {
    const { issue, present } = bench({ limits: limits() })
    const { secret } = await issue()
    for (let count = 0; count < 5; count += 1) await present(secret, { requiredScopes: ['billing'] })
    expect(await present(secret)).toMatchObject({ ok: true, rate: { remaining: 1 } })
    expect(await present(secret)).toMatchObject({ ok: true, rate: { remaining: 0 } })
    expect(await present(secret)).toMatchObject({
      code: 'rate_limited',
      retryAfterSeconds: 30,
      rate: { allowed: false, policy: 'default' },
    })
  })

  it('are not charged by an early look, which sees what a charge would', async () => {
    const { issue, present } = bench({ limits: limits() })
    const { secret } = await issue()
    for (let count = 0; count < 5; count += 1) {
      expect(await present(secret, { charge: false })).toMatchObject({ ok: true, rate: { remaining: 1 } })
    }
  })

  it('count all keys of a consumer together, and take nothing where one of the two refuses', async () => {
    const consumer = { limit: 3, windowSeconds: 30 }
    const { issue, present } = bench({ limits: { ...limits(), consumer } })
    const [one, other] = [await issue({ name: 'one' }), await issue({ name: 'other' })]
    expect(await present(one.secret)).toMatchObject({ ok: true, rate: { policy: 'default', remaining: 1 } })
    expect(await present(one.secret)).toMatchObject({ ok: true, rate: { policy: 'default', remaining: 0 } })
    // Refused for the key alone: the consumer's last request is still there.
    expect(await present(one.secret)).toMatchObject({ code: 'rate_limited', rate: { policy: 'default' } })
    expect(await present(other.secret, { charge: false })).toMatchObject({ rate: { policy: 'consumer' } })
    expect(await present(other.secret)).toMatchObject({
      ok: true,
      rate: { policy: 'consumer', remaining: 0 },
    })
    const refused = { code: 'rate_limited', retryAfterSeconds: 10, rate: { policy: 'consumer' } }
    expect(await present(other.secret, { charge: false })).toMatchObject(refused)
    expect(await present(other.secret)).toMatchObject(refused)
  })

  it('are shared by a key and its successor, so that a rotation does not double them (MG-11)', async () => {
    const { issue, present, latchkey } = bench({ limits: limits() })
    const { key, secret } = await issue()
    const rotated = await latchkey.management.rotate(
      ada,
      key.id,
      { overlapSeconds: 3600 },
      withoutIdempotency,
    )
    const successor = expectValue(rotated).secret ?? ''
    expect(await present(secret)).toMatchObject({ ok: true, rate: { remaining: 1 } })
    expect(await present(successor)).toMatchObject({ ok: true, rate: { remaining: 0 } })
    for (const one of [secret, successor]) expect(await present(one)).toMatchObject({ code: 'rate_limited' })
  })

  it('ask a limiter once for a request, whoever sends it (VF-10)', async () => {
    const near = memoryRateLimits()
    const asked: string[] = []
    const limiter: RateLimiter = {
      consume(charge) {
        asked.push(charge.policy)
        return near.consume(charge)
      },
      consumeAll(charges) {
        asked.push(charges.map(({ policy }) => policy).join(' and '))
        return near.consumeAll(charges)
      },
      peek(charge) {
        asked.push(`peek ${charge.policy}`)
        return near.peek(charge)
      },
    }
    const { issue, present } = bench({
      limiter,
      limits: { limiter, consumer: { limit: 9, windowSeconds: 9 } },
    })
    const { secret } = await issue()
    await present(secret)
    expect(asked).toEqual(['default and consumer'])
    await present(secret, { address: '2001:db8::1' })
    expect(asked).toEqual(['default and consumer', 'default and consumer'])
  })

  it("are the key's own where it has one, and none where the server has none", async () => {
    const { issue, present } = bench({ limits: { limiter: memoryRateLimits(), default: null } })
    const own = await issue({ name: 'own', rateLimit: { limit: 1, windowSeconds: 10 } })
    expect(await present(own.secret)).toMatchObject({ rate: { policy: 'key', limit: 1 } })
    expect(await present((await issue()).secret)).toMatchObject({ ok: true, rate: null })
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
    if (method === 'peek') await present(forge(secret, 'secret'))
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
    await present(forge(secret, 'secret'))
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
