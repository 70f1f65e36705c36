import { toNextJsHandler } from 'better-auth/next-js'
import { accounts } from '../../../accounts.ts'
import { answerOrUnavailable } from '../../../answer-or-unavailable.ts'
import { database } from '../../../database.ts'
import { refuseOtherMethods } from '../../../refuse-other-methods.ts'

const handlers = toNextJsHandler(accounts)

export const GET = answerOrUnavailable(requireDatabase(handlers.GET))
export const POST = answerOrUnavailable(requireDatabase(handlers.POST))
export const { PUT, PATCH, DELETE } = refuseOtherMethods('POST')

/** Asked first, because the sign-in would answer a 500 of its own. */
function requireDatabase(handle: (request: Request) => Promise<Response>) {
  return async (request: Request) => {
    await database().requireUsable()
    return handle(request)
  }
}
