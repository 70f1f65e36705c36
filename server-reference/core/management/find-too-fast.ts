import type { RateLimit } from '../../../src/contract/index.js'

/**
 * Why a rate may not be given to a key, or null where it may: nobody lifts their own limit above the server's by
 * naming one (MG-2). Both count, the burst and the pace. null as `rate`: the server's default, which always may.
 */
export function findTooFast(rate: RateLimit | null, max: RateLimit | null): string | null {
  if (rate === null || max === null) return null
  const isWithin = rate.limit <= max.limit && rate.limit * max.windowSeconds <= max.limit * rate.windowSeconds
  if (isWithin) return null
  return `Choose at most ${max.limit} requests in ${max.windowSeconds} seconds.`
}
