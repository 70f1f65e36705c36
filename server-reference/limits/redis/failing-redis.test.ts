import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectRedis, isAboutReplica } from './connect-redis.js'
import { type RedisClient, redisRateLimits } from './index.js'
import { newPrefix, type OwnRedis, startRedis } from './redis-server.conformance.js'

type Limiter = ReturnType<typeof redisRateLimits>

const charge = (subject = 'a', limit = 2) => ({
  policy: 'key',
  subject,
  // Long, so that what a test counts does not drain while it runs.
  rate: { limit, windowSeconds: 86_400 },
  now: Date.now(),
})

describe('Redis that fails', () => {
  let redis: OwnRedis
  let prefix: string
  let errors: unknown[]
  const opened: Limiter[] = []
  const open = (options: { strict?: boolean; timeoutMs?: number } = {}): Limiter => {
    const onError = (error: unknown) => errors.push(error)
    const limiter = redisRateLimits({ url: redis.url, prefix, timeoutMs: 1_000, onError, ...options })
    opened.push(limiter)
    return limiter
  }
  const untilWell = (limiter: Limiter) =>
    expect.poll(() => limiter.isDegraded(), { timeout: 10_000 }).toBe(false)

  beforeEach(async () => {
    prefix = newPrefix()
    errors = []
    redis = await startRedis()
  })
  afterEach(async () => {
    for (const limiter of opened.splice(0)) await limiter.close?.()
    redis.admin.disconnect()
    redis.resume()
    await redis.kill()
  })

  it('is stopped: each process counts alone, says so once, and comes back by itself (fault 16)', async () => {
    const limiter = open()
    await limiter.consume(charge())
    expect(limiter.isDegraded()).toBe(false)
    await redis.kill()
    const answers = []
    for (let count = 0; count < 50; count += 1) answers.push(await limiter.consume(charge()))
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(2)
    expect(limiter.isDegraded()).toBe(true)
    expect(errors).toHaveLength(1)

    await redis.start()
    await untilWell(limiter)
    await limiter.consume(charge('b'))
    expect(await redis.admin.exists(`${prefix}key:b`)).toBe(1)
  })

  it('was never there: requests are served, and it is found when it comes (fault 16)', async () => {
    await redis.kill()
    const limiter = open()
    expect(await limiter.consume(charge())).toMatchObject({ allowed: true, remaining: 1 })
    expect(limiter.isDegraded()).toBe(true)
    await redis.start()
    await expect
      .poll(async () => (await limiter.consume(charge('b', 1_000))) && limiter.isDegraded(), {
        timeout: 10_000,
      })
      .toBe(false)
  })

  it('is stopped, and strict limits refuse rather than count alone (fault 16)', async () => {
    const limiter = open({ strict: true })
    await limiter.consume(charge())
    await redis.kill()
    for (let count = 0; count < 5; count += 1) await expect(limiter.consume(charge())).rejects.toThrow()
    await expect(limiter.consumeAll([charge('a'), charge('b')])).rejects.toThrow()
    expect(limiter.isDegraded()).toBe(true)
    expect(limiter.isDown()).toBe(true)

    await redis.start()
    await untilWell(limiter)
    expect(limiter.isDown()).toBe(false)
  })

  it('was late once: an idle server looks again whether it is well', async () => {
    const limiter = open({ timeoutMs: 200 })
    await limiter.consume(charge('warm'))
    redis.hang()
    await limiter.consume(charge())
    expect(limiter.isDegraded()).toBe(true)
    redis.resume()
    await untilWell(limiter)
  })

  it('hangs: three requests wait, no further one does, and nothing is asked twice (fault 17)', async () => {
    const asked: string[] = []
    const connection = connectRedis(redis.url, 200)
    const client: RedisClient = {
      evalsha(digest, keyCount, ...rest) {
        asked.push(String(rest[0]))
        return connection.evalsha(digest, keyCount, ...rest)
      },
      eval: (script, keyCount, ...rest) => connection.eval(script, keyCount, ...rest),
    }
    const onError = (error: unknown) => errors.push(error)
    const limiter = redisRateLimits({ client, prefix, timeoutMs: 200, onError })
    opened.push({ ...limiter, close: connection.close })
    await connection.tried()
    await limiter.consume(charge('warm'))
    redis.hang()
    for (let count = 0; count < 203; count += 1) {
      expect(await limiter.consume(charge('a', 1_000))).toMatchObject({ allowed: true })
    }
    expect(asked.filter((key) => key === `${prefix}key:a`)).toHaveLength(3)
    expect(errors).toHaveLength(1)

    redis.resume()
    await untilWell(limiter)
    // The three that were not answered in time ran later. A repetition would have made it more.
    expect(await limiter.peek(charge('a', 1_000))).toMatchObject({ remaining: 996 })
  })

  it('is full: each process counts alone until there is room (fault 18)', async () => {
    const limiter = open()
    await limiter.consume(charge('warm'))
    await redis.admin.config('SET', 'maxmemory', '1')
    expect(await limiter.consume(charge())).toMatchObject({ allowed: true })
    expect(limiter.isDegraded()).toBe(true)
    await redis.admin.config('SET', 'maxmemory', '0')
    await limiter.consume(charge())
    expect(limiter.isDegraded()).toBe(false)
  })

  it('became a replica: each process counts alone until it can be written (fault 18)', async () => {
    const limiter = open()
    await limiter.consume(charge('warm'))
    await redis.admin.replicaof('127.0.0.1', 1)
    expect(await limiter.consume(charge())).toMatchObject({ allowed: true })
    expect(limiter.isDegraded()).toBe(true)
    await redis.admin.replicaof('NO', 'ONE')
    await expect
      .poll(async () => (await limiter.consume(charge('b', 1_000))) && limiter.isDegraded(), {
        timeout: 10_000,
      })
      .toBe(false)
  })

  it.each([
    "READONLY You can't write against a read only replica.",
    "ERR Error running script (call to f_d9f): @user_script:7: -READONLY You can't write against a read only replica.",
  ])('became a replica, and says so as any Redis does: "%s"', (message) => {
    expect(isAboutReplica(new Error(message))).toBe(true)
    expect(isAboutReplica(new Error('ERR unknown command'))).toBe(false)
  })

  it('was flushed: at most one fresh window is granted (fault 18)', async () => {
    const limiter = open()
    const passed = async () => {
      const decisions = []
      for (let count = 0; count < 5; count += 1) decisions.push(await limiter.consume(charge()))
      return decisions.filter(({ allowed }) => allowed).length
    }
    expect(await passed()).toBe(2)
    await redis.admin.flushall()
    expect(await passed()).toBe(2)
    expect(await passed()).toBe(0)
  })

  it('holds something else in one bucket: that one is counted alone, the others in Redis (fault 18)', async () => {
    const limiter = open()
    await redis.admin.lpush(`${prefix}key:a`, 'no bucket')
    for (let count = 0; count < 5; count += 1) await limiter.consume(charge())
    expect(await limiter.consume(charge())).toMatchObject({ allowed: false })
    expect(errors).toEqual([])
    await limiter.consume(charge('b'))
    expect(await redis.admin.exists(`${prefix}key:b`)).toBe(1)
    expect(await redis.admin.type(`${prefix}key:a`)).toBe('list')
  })
})
