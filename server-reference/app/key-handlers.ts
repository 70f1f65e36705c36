import { routeHandlers } from 'latchkey/next'
import { clientAddress } from './client-address.ts'
import { environment } from './environment.ts'
import { latchkey } from './latchkey.ts'
import { reportError } from './report-error.ts'

/** The key management, for its route and for pages that ask it without a way through the network. */
export const keyHandlers = routeHandlers(latchkey, {
  allowedOrigins: environment.allowedOrigins,
  clientAddress,
  onError: reportError,
})
