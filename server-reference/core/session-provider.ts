/** The person who asks, as the app's own sign-in knows them. */
export interface SessionUser {
  id: string
  name?: string | undefined
  /** null where the sign-in has no session ids. */
  sessionId: string | null
}

export interface SessionOptions {
  /** true for writes: answer from the source, not from a cookie's cache. */
  fresh: boolean
}

/**
 * Who is signed in, read from a request's headers. null: nobody.
 * Rejects when it cannot tell, which is answered with 503 and never taken for "nobody".
 */
export type SessionProvider = (
  request: { headers: Headers },
  options: SessionOptions,
) => Promise<SessionUser | null> | SessionUser | null
