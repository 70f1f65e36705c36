import { URL } from 'node:url'
import { describeFailure } from '../describe-failure.js'
import { loadOptional } from '../load-optional.js'
import type { Finding } from './finding.js'

/** @param url as the app has it in REDIS_URL; undefined: limits are counted in memory */
export async function checkLimiter(url: string | undefined, now: () => number): Promise<Finding> {
  const name = 'limiter'
  if (!url) {
    return {
      name,
      status: 'ok',
      says: 'in memory: right for one process, with several each counts alone',
      mend: null,
    }
  }
  if (!/^rediss?:$/.test(URL.parse(url)?.protocol ?? '')) {
    const mend = 'Set it to one such as redis://127.0.0.1:6379, or leave it out.'
    return { name, status: 'fault', says: 'REDIS_URL is no address of a Redis', mend }
  }
  try {
    const { redisRateLimits } = await loadOptional(() => import('../../limits/redis/index.js'), 'ioredis')
    const limiter = redisRateLimits({ url, strict: true, timeoutMs: 2_000 })
    try {
      const rate = { limit: 60, windowSeconds: 60 }
      await limiter.peek({ policy: 'doctor', subject: '', rate, now: now() })
      return {
        name,
        status: 'ok',
        says: `Redis at ${URL.parse(url)?.host ?? 'REDIS_URL'} answers`,
        mend: null,
      }
    } finally {
      await limiter.close?.()
    }
  } catch (error) {
    const mend =
      'Look at REDIS_URL and the server. Until then each process counts alone, or refuses where it is strict.'
    return { name, status: 'fault', says: describeFailure(error), mend }
  }
}
