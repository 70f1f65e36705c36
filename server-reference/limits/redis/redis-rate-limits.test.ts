import { Redis } from 'ioredis'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RateLimiter } from '../../core/rate-limiter.js'
import { describeRateLimiter } from '../rate-limiter.conformance.js'
import { redisRateLimits } from './index.js'
import { newPrefix, requireSharedRedis, sharedRedisUrl } from './redis-server.conformance.js'

beforeAll(requireSharedRedis)

// On a busy machine an answer may take longer than a request should wait; these cases are about the rule.
const patient = { timeoutMs: 5_000 }

describeRateLimiter('Redis', () =>
  redisRateLimits({ url: sharedRedisUrl, prefix: newPrefix(), clock: 'caller', ...patient }),
)

const charge = (subject: string, now = Date.now(), limit = 2) => ({
  policy: 'key',
  subject,
  rate: { limit, windowSeconds: 60 },
  now,
})

describe('rate limits on Redis', () => {
  let prefix: string
  let client: Redis
  const opened: RateLimiter[] = []
  const open = (options: { url: string } | { client: Redis } = { url: sharedRedisUrl }) => {
    const limiter = redisRateLimits({ ...options, prefix, ...patient })
    opened.push(limiter)
    return limiter
  }

  beforeEach(() => {
    prefix = newPrefix()
    client = new Redis(sharedRedisUrl)
  })
  afterEach(async () => {
    for (const limiter of opened.splice(0)) await limiter.close?.()
    client.disconnect()
  })

  it('hold a limit exactly over two connections that ask at once', async () => {
    const [here, there] = [open(), open()]
    const asked = Array.from({ length: 300 }, (_, index) =>
      (index % 2 ? here : there).consume(charge('a', Date.now(), 50)),
    )
    const decisions = await Promise.all(asked)
    expect(decisions.filter(({ allowed }) => allowed)).toHaveLength(50)
  })

  it('go by the clock of Redis, so that processes whose clocks differ share one limit (fault 20)', async () => {
    const [here, there] = [open(), open()]
    const ahead = Date.now() + 3_600_000
    const asked = [
      await here.consume(charge('a')),
      await there.consume(charge('a', ahead)),
      await here.consume(charge('a')),
      await there.consume(charge('a', ahead)),
    ]
    expect(asked.map(({ allowed }) => allowed)).toEqual([true, true, false, false])
  })

  it('ask once for each decision, also about several limits', async () => {
    const calls: string[] = []
    const counted = new Proxy(client, {
      get(target, name) {
        const value = Reflect.get(target, name)
        if (typeof value !== 'function') return value
        return (...input: unknown[]) => {
          calls.push(String(name))
          return Reflect.apply(value, target, input)
        }
      },
    })
    const limiter = open({ client: counted })
    await limiter.consume(charge('first'))
    calls.length = 0
    await limiter.consume(charge('a'))
    await limiter.consumeAll([charge('a'), { ...charge('shop'), policy: 'consumer' }])
    await limiter.peek(charge('a'))
    expect(calls).toEqual(['evalsha', 'evalsha', 'evalsha'])
  })

  it('bring the script along where Redis has forgotten it', async () => {
    const limiter = open({ client })
    await limiter.consume(charge('a'))
    await client.script('FLUSH')
    expect(await limiter.consume(charge('a'))).toMatchObject({ allowed: true, remaining: 0 })
    expect(limiter.isDegraded?.()).toBe(false)
  })

  it('keep a bucket only until it has drained, and nothing of a key but its id (ST-1)', async () => {
    const limiter = open()
    await limiter.consume(charge('a', Date.now(), 2))
    const names = await client.keys(`${prefix}*`)
    expect(names).toEqual([`${prefix}key:a`])
    const ttlMs = await client.pttl(names[0] ?? '')
    expect(ttlMs).toBeGreaterThan(29_000)
    expect(ttlMs).toBeLessThanOrEqual(30_000)
  })

  it('outlive the process that counted (fault 34)', async () => {
    const before = open()
    await before.consume(charge('a'))
    await before.consume(charge('a'))
    await before.close?.()
    expect(await open().consume(charge('a'))).toMatchObject({ allowed: false })
  })

  it('refuse to be made without a Redis', () => {
    const nowhere: { client: never } = JSON.parse('{}')
    expect(() => redisRateLimits(nowhere)).toThrow('neither a `url` nor a `client`')
  })
})
