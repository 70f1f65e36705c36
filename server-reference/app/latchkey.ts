import { betterAuthSession, createLatchkey, type Latchkey } from 'latchkey/server'
import { sqliteStore } from 'latchkey/stores/sqlite'
import { accounts } from './accounts.ts'
import { defaultConsumerId, getConsumer } from './consumers.ts'
import { environment } from './environment.ts'
import { scopes } from './scopes.ts'

/** The one place where the parts meet. Kept on `globalThis`, because Next bundles the proxy and the routes apart. */
globalThis.referenceLatchkey ??= createLatchkey({
  store: sqliteStore({ path: environment.databasePath }),
  session: betterAuthSession(accounts),
  authorize: ({ user, consumerId }) => getConsumer(user.id, consumerId) !== null,
  defaultConsumerId: (user) => defaultConsumerId(user.id),
  limits: { default: { limit: 600, windowSeconds: 60 } },
  peppers: environment.peppers,
  policy: { expiry: { allowNever: true } },
  realm: 'orders',
  scopes,
})

export const latchkey: Latchkey = globalThis.referenceLatchkey

declare global {
  var referenceLatchkey: Latchkey | undefined
}
