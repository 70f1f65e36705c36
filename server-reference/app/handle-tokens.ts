import { problemResponse, tokenHandler } from 'latchkey/server'
import { clientAddress } from './client-address.ts'
import { latchkey } from './latchkey.ts'
import { reportError } from './report-error.ts'

const handle = latchkey.tokens ? tokenHandler(latchkey, { clientAddress, onError: reportError }) : null

/** The endpoints of machine tokens, with TOKEN_SIGNING_KEYS; without them there is nothing here. */
export async function handleTokens(request: Request): Promise<Response> {
  return handle ? handle(request) : problemResponse('not_found')
}
