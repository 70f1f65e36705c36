import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
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

/** Answers like one that is asked over a network: never at once. */
function remoteRateLimits(): RateLimiter {
  const near = memoryRateLimits()
  return {
    consume: async (charge) => near.consume(charge),
    consumeAll: async (charges) => near.consumeAll(charges),
    peek: async (charge) => near.peek(charge),
  }
}

describe('wrong keys (VF-13)', () => {
  const failures = { limit: 3, windowSeconds: 60 }
  const stranger = '192.0.2.1'

  it('from one address are refused before the lookup once there were too many', async () => {
    const { reads, store } = countReads(memoryStore())
    const { issue, present } = bench({ store, limits: { limiter: memoryRateLimits(), failures } })
    const { secret } = await issue()
    for (const part of ['id', 'secret', 'secret'] as const)
      await present(forgeKey(secret, part), { address: stranger })
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
    const wrong = forgeKey(secret, 'secret')
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
    for (const host of [1, 2, 3]) await present(forgeKey(secret, 'id'), { address: `2001:db8:0:1::${host}` })
    expect(await present(secret, { address: '2001:db8:0:1:ffff::9' })).toMatchObject({ code: 'rate_limited' })
    expect(await present(secret, { address: '2001:db8:0:2::1' })).toMatchObject({ ok: true })
  })

  it.each([
    ['answers at once', memoryRateLimits],
    ['is far away', remoteRateLimits],
  ])('for one id lock its holder out nowhere else, where the limiter %s', async (_, createLimiter) => {
    const { issue, present } = bench({ limits: { limiter: createLimiter(), failures } })
    const { secret } = await issue()
    for (const host of [1, 2, 3]) await present(forgeKey(secret, 'secret'), { address: `192.0.2.${host}` })
    expect(await present(forgeKey(secret, 'secret'), { address: '192.0.2.4' })).toMatchObject({
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
