import type { IncomingMessage } from 'node:http'
import type { NextFunction, Response } from 'express'
import type { KeyService } from '../core/latchkey.js'
import { createCallerAddress, createKeyGuard, type MachineIdentity } from '../http/index.js'
import { beforeHeaders } from './before-headers.js'
import { sendResponse } from './send-response.js'
import { toWebHeaders } from './to-web-headers.js'

export type { MachineIdentity } from '../http/index.js'
export { toExpress } from './to-express.js'

export interface KeyAuthOptions {
  /**
   * CIDR ranges of your own proxies. Their `X-Forwarded-For` is believed, read from right to left. Express's own setting
   * `trust proxy` has no say here: as `true` it believes whatever a caller wrote.
   * @default [] (nobody's: the address is the socket's, HT-20)
   */
  trustedProxies?: readonly string[] | undefined
}

/** What handlers find in `response.locals`. */
export interface KeyAuthLocals {
  /** The machine that calls. */
  auth: MachineIdentity
}

/** Middleware for routes that machines call. @param requirement.scopes all of them are needed. @default [] (any key that works) */
export type KeyAuth = (requirement?: { scopes?: readonly string[] | undefined }) => KeyMiddleware

/** Names no parameters, body or query, so that their types stay as the route has them. */
export type KeyMiddleware = (
  request: IncomingMessage,
  response: Response<unknown, KeyAuthLocals>,
  next: NextFunction,
) => Promise<void>

/**
 * The lock for routes of an Express app: verifies the key of a request and charges it once, however many of these a
 * request passes; refuses by itself; says in `response.locals.auth` who calls. OPTIONS never reaches the handler:
 * `cors()` goes before.
 */
export function createKeyAuth(
  latchkey: Pick<KeyService, 'verify' | 'realm' | 'acceptsApiKeyHeader'>,
  { trustedProxies = [] }: KeyAuthOptions = {},
): KeyAuth {
  const guard = createKeyGuard(latchkey)
  const callerAddress = createCallerAddress(trustedProxies)

  return ({ scopes = [] } = {}) =>
    async (request, response, next) => {
      const headers = toWebHeaders(request)
      const address = () => callerAddress(request.socket.remoteAddress, headers.get('X-Forwarded-For') ?? '')
      const passage = await guard(request, {
        method: request.method ?? 'GET',
        headers,
        requiredScopes: scopes,
        address,
      })
      if (!passage.ok) return sendResponse(response, passage.response)
      response.locals.auth = passage.auth
      beforeHeaders(response, passage.headersFor)
      next()
    }
}
