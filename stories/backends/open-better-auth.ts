import { type ApiKeyConfigurationOptions, apiKey } from '@better-auth/api-key'
import { apiKeyClient } from '@better-auth/api-key/client'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { createAuthClient } from 'better-auth/client'
import { bearer } from 'better-auth/plugins/bearer'

/** As the store in memory keeps them. */
interface Row {
  id: string
}

/**
 * Better Auth itself over its store in memory, with its API key plugin, and its client, signed in. The session travels as
 * a bearer token, because no page may write a cookie into a request by hand.
 */
export async function openBetterAuth(options: ApiKeyConfigurationOptions = {}) {
  const origin = 'http://localhost:3000'
  const tables: Record<'user' | 'session' | 'account' | 'verification' | 'apikey', Row[]> = {
    user: [],
    session: [],
    account: [],
    verification: [],
    apikey: [],
  }
  const auth = betterAuth({
    baseURL: origin,
    secret: 'only-for-stories-and-tests-0123456789',
    database: memoryAdapter(tables),
    plugins: [apiKey({ defaultPrefix: 'acme_', ...options }), bearer()],
    logger: { disabled: true },
    telemetry: { enabled: false },
  })
  const { internalAdapter } = await auth.$context
  const person = await internalAdapter.createUser(
    { email: 'ada@example.com', name: 'Ada Lovelace', emailVerified: true },
    { method: 'email-password' },
  )
  let token = (await internalAdapter.createSession(person.id)).token
  /** Requests so far, oldest first. */
  const calls: { path: string; body: string }[] = []
  const network: { intercept: ((request: Request) => Response | Promise<Response>) | null } = {
    intercept: null,
  }
  const authClient = createAuthClient({
    baseURL: origin,
    plugins: [apiKeyClient()],
    fetchOptions: {
      auth: { type: 'Bearer', token: () => token },
      async customFetchImpl(url, init) {
        const request = new Request(url, init)
        calls.push({
          path: request.url.replace(`${origin}/api/auth`, ''),
          body: await request.clone().text(),
        })
        return network.intercept ? network.intercept(request) : auth.handler(request)
      },
    },
  })
  return {
    auth,
    authClient,
    person,
    tables,
    calls,
    network,
    /** Ends the session. */
    signOut() {
      token = 'of-nobody'
    },
  }
}
