import { redisRateLimits } from 'latchkey/limits/redis'
import {
  createLatchkey,
  createMachineTokens,
  type Latchkey,
  memoryRateLimits,
  type RateLimiter,
  type SessionUser,
} from 'latchkey/server'
import { defaultConsumerId, getConsumer } from './consumers.ts'
import { environment } from './environment.ts'
import { logEvent, logRefusal } from './log-line.ts'
import { openKeyStore } from './open-key-store.ts'
import { mayChange, onlyLooks, ownerOf } from './owner-of.ts'
import { reportError } from './report-error.ts'
import { scopes } from './scopes.ts'
import { signIn } from './sign-in.ts'

/** The one place where the parts meet. Kept on `globalThis`, because Next bundles the proxy and the routes apart. */
globalThis.referenceLatchkey ??= createLatchkey({
  store: openKeyStore(environment.database),
  session: signIn,
  authorize: async ({ user, consumerId, action }) => {
    const person = toPerson(user)
    if (!mayChange(person) && !onlyLooks(action)) return false
    return (await getConsumer(ownerOf(person), consumerId)) !== null
  },
  defaultConsumerId: (user) => defaultConsumerId(ownerOf(toPerson(user))),
  limits: { default: { limit: 600, windowSeconds: 60 }, limiter: rateLimits() },
  peppers: environment.peppers,
  acceptImportedKeys: environment.acceptsImportedKeys,
  policy: { expiry: { allowNever: true } },
  realm: 'orders',
  scopes,
  tokens: environment.tokens
    ? createMachineTokens({ issuer: environment.origin, ...environment.tokens })
    : undefined,
  metrics: environment.metricsToken !== null,
  onDecision: environment.logsRefusals ? logRefusal : undefined,
  onEvent: environment.logsRefusals ? logEvent : undefined,
  onError: reportError,
})

export const latchkey: Latchkey = globalThis.referenceLatchkey

function toPerson({ id, organization = null }: SessionUser) {
  return { userId: id, organization }
}

/** Of one process, or of all that share a Redis. */
function rateLimits(): RateLimiter {
  const { redisUrl } = environment
  if (redisUrl === null) return memoryRateLimits()
  return redisRateLimits({ url: redisUrl, onError: (error) => reportError(error, { during: 'limits' }) })
}

declare global {
  var referenceLatchkey: Latchkey | undefined
}
