import { createLatchkey as createCore } from './core/create-latchkey.js'
import type { Latchkey } from './core/latchkey.js'
import type { LatchkeyOptions, LimitOptions } from './core/latchkey-options.js'
import type { RateLimiter } from './core/rate-limiter.js'
import { memoryRateLimits } from './limits/memory-rate-limits.js'
import { nodeDigests } from './node-digests.js'

export interface ServerOptions extends Omit<LatchkeyOptions, 'limits'> {
  limits?: ServerLimitOptions | undefined
}

export interface ServerLimitOptions extends Omit<LimitOptions, 'limiter'> {
  /** Who counts. @default memoryRateLimits(), which knows of one process alone */
  limiter?: RateLimiter | undefined
}

/** Core with the parts that a server wants: rate limits in memory, and Node's own digests where there is Node. */
export function createLatchkey(options: ServerOptions): Latchkey {
  const { limits = {} } = options
  const digests = nodeDigests()
  return createCore({
    ...options,
    sha256: options.sha256 ?? digests?.sha256,
    hmacSha256: options.hmacSha256 ?? digests?.hmacSha256,
    limits: { ...limits, limiter: limits.limiter ?? memoryRateLimits() },
  })
}
