import type { Adapter, AdapterSession, AdapterUser, VerificationToken } from '@auth/core/adapters'

/** As much of a database for Auth.js as a sign-in by a link in a mail needs, and what a test may do to it. */
export function createMemoryAdapter() {
  const users = new Map<string, AdapterUser>()
  const sessions = new Map<string, AdapterSession>()
  const links = new Map<string, VerificationToken>()
  const state = { isDown: false }

  const adapter: Adapter = {
    createUser: async (user) => {
      users.set(user.id, user)
      return user
    },
    getUser: async (id) => users.get(id) ?? null,
    getUserByEmail: async (email) => [...users.values()].find((user) => user.email === email) ?? null,
    getUserByAccount: async () => null,
    updateUser: async (changes) => {
      const user = users.get(changes.id)
      if (!user) throw new Error('there is no such user')
      const changed = { ...user, ...changes }
      users.set(changed.id, changed)
      return changed
    },
    linkAccount: async () => null,
    createSession: async (session) => {
      sessions.set(session.sessionToken, session)
      return session
    },
    getSessionAndUser: async (sessionToken) => {
      if (state.isDown) throw new Error('connect ECONNREFUSED')
      const session = sessions.get(sessionToken)
      const user = session && users.get(session.userId)
      return session && user ? { session, user } : null
    },
    updateSession: async (changes) => {
      const session = sessions.get(changes.sessionToken)
      if (!session) return null
      const changed = { ...session, ...changes }
      sessions.set(changed.sessionToken, changed)
      return changed
    },
    deleteSession: async (sessionToken) => void sessions.delete(sessionToken),
    createVerificationToken: async (link) => {
      links.set(link.token, link)
      return link
    },
    useVerificationToken: async ({ token }) => {
      const link = links.get(token)
      links.delete(token)
      return link ?? null
    },
  }

  return { adapter, users, sessions, state }
}
