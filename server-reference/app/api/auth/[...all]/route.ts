import { toNextJsHandler } from 'better-auth/next-js'
import { problemResponse } from 'latchkey/server'
import { accounts } from '../../../accounts.ts'
import { answerOrUnavailable } from '../../../answer-or-unavailable.ts'
import { database } from '../../../database.ts'
import { refuseOtherMethods } from '../../../refuse-other-methods.ts'

const handlers = accounts ? toNextJsHandler(accounts) : null

export const GET = answerOrUnavailable(requireDatabase(handlers?.GET ?? notHere))
export const POST = answerOrUnavailable(requireDatabase(handlers?.POST ?? notHere))
export const { PUT, PATCH, DELETE } = refuseOtherMethods('POST')

/** Where Clerk signs people in. */
async function notHere(): Promise<Response> {
  return problemResponse('not_found')
}

/** Asked first, because the sign-in would answer a 500 of its own. Nobody keeps what tells of sessions (HT-12). */
function requireDatabase(handle: (request: Request) => Promise<Response>) {
  return async (request: Request) => {
    await database().requireUsable()
    const response = await handle(request)
    response.headers.set('Cache-Control', 'no-store')
    return response
  }
}
