import type { KeyService, Verification } from '../core/latchkey.js'
import { dataResponse, refusalResponse } from '../http/index.js'
import { AccessRefused } from './access-refused.js'
import { type KeyIdentity, toKeyIdentity } from './identity.js'

export interface KeyAuthOptions {
  /** All of them are needed. @default [] (any key that works) */
  scopes?: readonly string[] | undefined
}

/** @typeParam Context what Next hands to a route handler beside the request: `{ params }` */
export type WithKeyAuth = <IncomingRequest extends Request, Context = unknown>(
  options: KeyAuthOptions,
  handler: (
    request: IncomingRequest,
    identity: KeyIdentity,
    context: Context,
  ) => Response | Promise<Response>,
) => (request: IncomingRequest, context: Context) => Promise<Response>

/** @param verify checks and charges the key of the request that is being handled */
export function keyProtected(
  latchkey: KeyService,
  verify: (requiredScopes: readonly string[]) => Promise<Verification>,
): WithKeyAuth {
  return ({ scopes = [] }, handler) =>
    async (request, context) => {
      const verification = await verify(scopes)
      if (!verification.ok) return refusalResponse(verification, latchkey)
      try {
        const response = await handler(request, toKeyIdentity(latchkey, verification.key), context)
        return dataResponse(response, latchkey, verification.rate)
      } catch (error) {
        if (error instanceof AccessRefused) return error.response
        throw error
      }
    }
}
