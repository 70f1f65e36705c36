import { routeHandlers } from 'latchkey/next'
import { clientAddress } from '../../../client-address.ts'
import { environment } from '../../../environment.ts'
import { latchkey } from '../../../latchkey.ts'

const { allowedOrigins } = environment

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = routeHandlers(latchkey, {
  allowedOrigins,
  clientAddress,
})
