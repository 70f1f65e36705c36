import type { SessionProvider } from '../core/session-provider.js'

/** What is needed of a Better Auth instance; `betterAuth({ … })` fits as it is. */
export interface BetterAuthInstance {
  api: {
    getSession(input: {
      headers: Headers
      query?: { disableCookieCache?: boolean }
    }): Promise<{ user: { id: string; name?: string | null }; session: { id: string } } | null>
  }
}

/** The person that Better Auth knows. Writes ask the database, so that a session that was ended ends there too. */
export function betterAuthSession(auth: BetterAuthInstance): SessionProvider {
  return async function session({ headers }, { fresh }) {
    const found = await auth.api.getSession({ headers, query: { disableCookieCache: fresh } })
    if (!found) return null
    const { user, session } = found
    return { id: user.id, sessionId: session.id, ...(user.name ? { name: user.name } : {}) }
  }
}
