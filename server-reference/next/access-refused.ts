import { errors } from '../../src/contract/index.js'
import type { KeyService, Verification } from '../core/latchkey.js'
import { refusalResponse } from '../http/index.js'

export type Refusal = Extract<Verification, { ok: false }>

/**
 * What `protect()` throws. `withKeyAuth` answers it with `response`; a handler of your own may catch it and
 * return that. Where nobody does, Next answers the bare status of a 401 or 403, and 500 for any other.
 */
export class AccessRefused extends Error {
  override readonly name = 'AccessRefused'
  readonly code: Refusal['code']
  /** Problem details with the headers that belong to them. Its body can be sent once. */
  readonly response: Response
  /** Read by Next: this is how `unauthorized()` and `forbidden()` mark what they throw. */
  readonly digest: string | undefined

  constructor(latchkey: Pick<KeyService, 'realm' | 'acceptsApiKeyHeader'>, refusal: Refusal) {
    super(`Latchkey: ${errors[refusal.code].detail}`)
    this.code = refusal.code
    this.response = refusalResponse(refusal, latchkey)
    const { status } = this.response
    this.digest = status === 401 || status === 403 ? `NEXT_HTTP_ERROR_FALLBACK;${status}` : undefined
  }
}
