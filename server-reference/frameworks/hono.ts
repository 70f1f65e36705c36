import type { Context, MiddlewareHandler } from 'hono'
import type { KeyService } from '../core/latchkey.js'
import { createCallerAddress, createKeyGuard, type MachineIdentity } from '../http/index.js'

export type { MachineIdentity } from '../http/index.js'

export interface KeyAuthOptions {
  /**
   * CIDR ranges of your own proxies. Their `X-Forwarded-For` is believed, read from right to left.
   * @default [] (nobody's: the address is the socket's, HT-20)
   */
  trustedProxies?: readonly string[] | undefined
  /**
   * Who is connected, as the runtime tells it: `getConnInfo` of `hono/bun`, `hono/deno`, `hono/cloudflare-workers` and
   * others. @default what `@hono/node-server` knows; on other runtimes unknown, so keys with an allowlist are refused
   */
  getConnInfo?: ((context: Context) => { remote: { address?: string | undefined } }) | undefined
}

/** What handlers find in `c.var`. For an app that uses the middleware on many routes: `new Hono<{ Variables: KeyAuthVariables }>()`. */
export interface KeyAuthVariables {
  /** The machine that calls. */
  auth: MachineIdentity
}

/** Middleware for routes that machines call. @param requirement.scopes all of them are needed. @default [] (any key that works) */
export type KeyAuth = (requirement?: {
  scopes?: readonly string[] | undefined
}) => MiddlewareHandler<{ Variables: KeyAuthVariables }>

/**
 * The lock for routes of a Hono app: verifies the key of a request and charges it once, however many of these a request
 * passes; refuses by itself; says in `c.var.auth` who calls. OPTIONS never reaches the handler: `cors()` goes before.
 */
export function createKeyAuth(
  latchkey: Pick<KeyService, 'verify' | 'realm' | 'acceptsApiKeyHeader'>,
  { trustedProxies = [], getConnInfo = ofNodeServer }: KeyAuthOptions = {},
): KeyAuth {
  const guard = createKeyGuard(latchkey)
  const callerAddress = createCallerAddress(trustedProxies)

  return ({ scopes = [] } = {}) =>
    async (context, next) => {
      const { method, headers } = context.req.raw
      const address = () =>
        callerAddress(getConnInfo(context).remote.address, headers.get('X-Forwarded-For') ?? '')
      const passage = await guard(context, { method, headers, requiredScopes: scopes, address })
      if (!passage.ok) return passage.response
      context.set('auth', passage.auth)
      await next()
      const said = context.res.headers
      const more = passage.headersFor({ cacheControl: said.get('Cache-Control'), vary: said.get('Vary') })
      // Not on `said`: the headers of a redirect or of a fetched answer cannot be changed, and this makes a copy.
      for (const [name, value] of Object.entries(more)) context.header(name, value)
    }
}

/** What `@hono/node-server` hands to `fetch` as the environment, read without importing it. */
function ofNodeServer({ env }: Context): { remote: { address?: string | undefined } } {
  const bindings: { incoming?: { socket?: { remoteAddress?: string } } } = env?.server ?? env ?? {}
  return { remote: { address: bindings.incoming?.socket?.remoteAddress } }
}
