/** The person who asks, as the app's own sign-in knows them. */
export interface SessionUser {
  id: string
  name?: string | undefined
  /** null where the sign-in has no session ids. */
  sessionId: string | null
  /**
   * The organisation that the person has chosen to act for. null or absent: none, they act for themselves, or the
   * sign-in knows no organisations. It grants nothing by itself: `defaultConsumerId` and `authorize` read it.
   */
  organization?: SessionOrganization | null | undefined
}

export interface SessionOrganization {
  id: string
  /** As the sign-in spells it, such as `org:admin`. null: it says none. */
  role: string | null
}

export interface SessionOptions {
  /**
   * true for writes: answer from the source, not from a cookie's cache. A sign-in that cannot, because its sessions are
   * signed tokens that nobody keeps, says how old its answer may be.
   */
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
