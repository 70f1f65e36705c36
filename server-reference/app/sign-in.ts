import { betterAuthSession, type SessionProvider } from 'latchkey/server'
import { clerkSession } from 'latchkey/sessions/clerk'
import { accounts } from './accounts.ts'
import { environment } from './environment.ts'

/** Who is signed in: by the app's own accounts, or by Clerk where its variables are set. */
export const signIn: SessionProvider = accounts ? betterAuthSession(accounts) : withClerk()

function withClerk(): SessionProvider {
  const { clerk, allowedOrigins } = environment
  if (clerk === null) throw new Error('Neither accounts nor Clerk. Nobody could sign in.')
  return clerkSession({
    jwtKey: clerk.jwtKey,
    authorizedParties: allowedOrigins,
    secretKey: clerk.secretKey ?? undefined,
  })
}
