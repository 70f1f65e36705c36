import { redisRateLimits } from 'latchkey/limits/redis'
import {
  betterAuthSession,
  createLatchkey,
  type Latchkey,
  memoryRateLimits,
  type RateLimiter,
} from 'latchkey/server'
import { accounts } from './accounts.ts'
import { defaultConsumerId, getConsumer } from './consumers.ts'
import { environment } from './environment.ts'
import { logEvent, logRefusal } from './log-line.ts'
import { openKeyStore } from './open-key-store.ts'
import { reportError } from './report-error.ts'
import { scopes } from './scopes.ts'

/** The one place where the parts meet. Kept on `globalThis`, because Next bundles the proxy and the routes apart. */
globalThis.referenceLatchkey ??= createLatchkey({
  store: openKeyStore(environment.database),
  session: betterAuthSession(accounts),
  authorize: async ({ user, consumerId }) => (await getConsumer(user.id, consumerId)) !== null,
  defaultConsumerId: (user) => defaultConsumerId(user.id),
  limits: { default: { limit: 600, windowSeconds: 60 }, limiter: rateLimits() },
  peppers: environment.peppers,
  policy: { expiry: { allowNever: true } },
  realm: 'orders',
  scopes,
  metrics: environment.metricsToken !== null,
  onDecision: environment.logsRefusals ? logRefusal : undefined,
  onEvent: environment.logsRefusals ? logEvent : undefined,
  onError: reportError,
})

export const latchkey: Latchkey = globalThis.referenceLatchkey

/** Of one process, or of all that share a Redis. */
function rateLimits(): RateLimiter {
  const { redisUrl } = environment
  if (redisUrl === null) return memoryRateLimits()
  return redisRateLimits({ url: redisUrl, onError: (error) => reportError(error, { during: 'limits' }) })
}

declare global {
  var referenceLatchkey: Latchkey | undefined
}
