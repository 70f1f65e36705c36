import { routeHandlers } from 'latchkey/next'
import { clientAddress } from '../../../client-address.ts'
import { environment } from '../../../environment.ts'
import { latchkey } from '../../../latchkey.ts'
import { reportError } from '../../../report-error.ts'

const { allowedOrigins } = environment

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeHandlers(latchkey, {
  allowedOrigins,
  clientAddress,
  onError: reportError,
})
