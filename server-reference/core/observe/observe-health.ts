import type { ApiKeyStore } from '../api-key-store.js'
import type { Health } from '../health.js'
import type { RateLimiter } from '../rate-limiter.js'
import { withinDeadline } from '../within-deadline.js'

/** An id that no key has: `0` sixteen times is not random. */
const noKey = '0'.repeat(16)

/** Asks the store what a verification would ask it. Never rejects, and never says why (OP-7). */
export async function observeHealth(
  store: ApiKeyStore,
  limiter: RateLimiter,
  timeoutMs: number,
): Promise<Health> {
  const limits = limitsOf(limiter)
  try {
    await withinDeadline(timeoutMs, () => store.findForVerification(noKey))
    return { status: limits, store: 'ok', limits }
  } catch {
    return { status: 'down', store: 'down', limits }
  }
}

function limitsOf(limiter: RateLimiter): Health['limits'] {
  // Asked first: an idle limiter looks again when it is asked.
  const isDegraded = limiter.isDegraded?.() ?? false
  if (limiter.isDown?.()) return 'down'
  return isDegraded ? 'degraded' : 'ok'
}
