import { answerOrUnavailable } from '../../answer-or-unavailable.ts'
import { auth } from '../../auth.ts'
import { refuseOtherMethods } from '../../refuse-other-methods.ts'

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods()

/** What `auth()` returns for this request. */
export const GET = answerOrUnavailable(async () => {
  const { userId, sessionId, consumerId, keyId, scopes, environment } = await auth()
  if (!userId && !consumerId) return new Response('Unauthorized', { status: 401 })
  return Response.json(
    { userId, sessionId, consumerId, keyId, scopes, environment },
    { headers: { 'Cache-Control': 'private, no-store', Vary: 'Authorization, Cookie' } },
  )
})
