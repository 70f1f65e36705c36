import { redisRateLimits } from 'latchkey/limits/redis'
import {
  type ApiKeyStore,
  betterAuthSession,
  createLatchkey,
  type Latchkey,
  memoryRateLimits,
  type RateLimiter,
} from 'latchkey/server'
import { sqliteStore } from 'latchkey/stores/sqlite'
import { accounts } from './accounts.ts'
import { defaultConsumerId, getConsumer } from './consumers.ts'
import { environment } from './environment.ts'
import { reportError } from './report-error.ts'
import { scopes } from './scopes.ts'

/** Kept on `globalThis` as what follows, because Next bundles the proxy and the routes apart. */
globalThis.referenceKeyStore ??= sqliteStore({ path: environment.databasePath })

/** Where keys live; asked by nobody but Latchkey and the health check. */
export const keyStore: ApiKeyStore = globalThis.referenceKeyStore

/** The one place where the parts meet. */
globalThis.referenceLatchkey ??= createLatchkey({
  store: keyStore,
  session: betterAuthSession(accounts),
  authorize: ({ user, consumerId }) => getConsumer(user.id, consumerId) !== null,
  defaultConsumerId: (user) => defaultConsumerId(user.id),
  limits: { default: { limit: 600, windowSeconds: 60 }, limiter: rateLimits() },
  peppers: environment.peppers,
  policy: { expiry: { allowNever: true } },
  realm: 'orders',
  scopes,
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
  var referenceKeyStore: ApiKeyStore | undefined
  var referenceLatchkey: Latchkey | undefined
}
