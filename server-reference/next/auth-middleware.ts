import { type NextRequest, NextResponse } from 'next/server.js'
import { createReporter } from '../core/create-reporter.js'
import type { KeyService } from '../core/latchkey.js'
import type { ErrorListener } from '../core/latchkey-options.js'
import { problemResponse } from '../http/index.js'
import { createEarlyFilter, type EarlyFilterOptions } from './early-filter.js'
import { stripInboundHeaders } from './strip-inbound-headers.js'

export interface AuthMiddlewareOptions extends EarlyFilterOptions {
  /** Told what a 500 hid from its caller. Its own failure is ignored. */
  onError?: ErrorListener | undefined
}

/**
 * An early filter for `proxy.ts`, never the lock: handlers ask `auth()` or `withKeyAuth`, which verify again.
 * It refuses what cannot pass, charges nothing, and tells the handler nothing about who calls.
 * Throws at start on lists that are empty or contradict each other.
 */
export function authMiddleware(
  latchkey: KeyService,
  { onError, ...options }: AuthMiddlewareOptions,
): (request: NextRequest) => Promise<Response> {
  const report = createReporter(onError)
  const refuse = createEarlyFilter(latchkey, options)

  return async (request) => {
    try {
      const headers = stripInboundHeaders(request.headers)
      const refusal = await refuse(request, request.nextUrl)
      return refusal ?? NextResponse.next({ request: { headers } })
    } catch (error) {
      report(error, { during: 'middleware' })
      // A guard that fails must not open the gate.
      return problemResponse('internal_error')
    }
  }
}
