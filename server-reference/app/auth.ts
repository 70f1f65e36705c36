import { createAuth } from 'latchkey/next'
import { clientAddress } from './client-address.ts'
import { latchkey } from './latchkey.ts'

export const { auth, withKeyAuth } = createAuth(latchkey, { clientAddress })
