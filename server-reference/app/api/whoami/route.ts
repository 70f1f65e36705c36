import { auth } from '../../auth.ts'

/** What `auth()` returns for this request. */
export async function GET(): Promise<Response> {
  const { userId, sessionId, consumerId, keyId, scopes, environment } = await auth()
  if (!userId && !consumerId) return new Response('Unauthorized', { status: 401 })
  return Response.json(
    { userId, sessionId, consumerId, keyId, scopes, environment },
    { headers: { 'Cache-Control': 'private, no-store', Vary: 'Authorization, Cookie' } },
  )
}
