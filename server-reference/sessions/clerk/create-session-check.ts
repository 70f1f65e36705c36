import { createClerkClient } from '@clerk/backend'
import { isClerkAPIResponseError } from '@clerk/backend/errors'

/** Whether a session is still the person's and active, as Clerk says now. Rejects where Clerk does not say. */
export function createSessionCheck(
  secretKey: string,
  apiUrl: string | undefined,
): (user: { id: string; sessionId: string }) => Promise<boolean> {
  const { sessions } = createClerkClient({
    secretKey,
    telemetry: { disabled: true },
    ...(apiUrl !== undefined && { apiUrl }),
  })

  return async ({ id, sessionId }) => {
    try {
      const { status, userId } = await sessions.getSession(sessionId)
      return status === 'active' && userId === id
    } catch (error) {
      if (isClerkAPIResponseError(error) && error.status === 404) return false
      throw error
    }
  }
}
