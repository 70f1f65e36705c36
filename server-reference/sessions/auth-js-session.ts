import type { SessionProvider, SessionUser } from '../core/session-provider.js'

/** What Auth.js says of a session. Its `user.id` is there where a `session` callback puts it there. */
export interface AuthJsSession {
  user?: { id?: string | undefined; name?: string | null | undefined } | undefined
}

/** `auth` of `NextAuth({ … })`, as it is: called with nothing, it reads the request that Next is answering. */
export type AuthJsAuth = () => Promise<AuthJsSession | null>

/** Auth.js without Next. */
export interface AuthJsHandler {
  /** Answers Auth.js's own requests: `(request) => Auth(request, config)`. */
  handler(request: Request): Promise<Response>
  /** Where it answers, as `AUTH_URL` says: `https://app.example.com/auth`. `https:` makes it read its secure cookies. */
  url: string
}

/**
 * The person that Auth.js knows; for version 5, and for `@auth/core`. It must be told to show ids:
 * `callbacks: { session({ session, token }) { session.user.id = token.sub; return session } }`, and with sessions in a
 * database `session({ session, user }) { return { expires: session.expires, user: { id: user.id } } }`: there the session
 * holds its own token, which no script may see.
 *
 * With the strategy `database` each question is one to the database, so a session that was ended is over. Where the
 * database does not answer, a handler gives that away, and it is a failure; `auth` of NextAuth says the same as for
 * nobody. With `jwt` nobody can end a session but by letting it run out, and writes cannot know better: keep its `maxAge`
 * short.
 */
export function authJsSession(auth: AuthJsAuth | AuthJsHandler): SessionProvider {
  if (typeof auth === 'function') {
    // It would read the request's own cookie, also where that was taken out because something else decides.
    return async ({ headers }) => (headers.has('Cookie') ? toUser(await auth()) : null)
  }
  const address = `${auth.url.replace(/\/$/, '')}/session`
  return async ({ headers }) => toUser(await ask(auth, address, headers.get('Cookie') ?? ''))
}

/** Nothing but the cookie goes along: Auth.js needs no more, and would believe some headers about where it is. */
async function ask({ handler }: AuthJsHandler, address: string, cookie: string): Promise<unknown> {
  const response = await handler(new Request(address, { headers: { Cookie: cookie } }))
  if (!response.ok) {
    throw new Error(
      `Latchkey: Auth.js answered ${response.status} when it was asked for a session. Nobody can be known, so everything that needs a person is refused. Look whether "${address}" is where its handler answers, and what it logged.`,
    )
  }
  const session: unknown = await response.json()
  if (session === null && isUnanswered(response, address, cookie)) {
    throw new Error(
      'Latchkey: Auth.js could not look a session up. Nobody can be known, so everything that needs a person is refused. Look at what Auth.js logged: its database does not answer, or a callback of yours failed.',
    )
  }
  return session
}

/**
 * A session that is over or was made up has its cookie taken away; where Auth.js failed to look, it says `null` too and
 * leaves the cookie. Told by the name that Auth.js gives it: with one of your own, a failure is taken for nobody.
 */
function isUnanswered({ headers }: Response, address: string, cookie: string): boolean {
  const name = `${address.startsWith('https:') ? '__Secure-' : ''}authjs.session-token`
  const isSent = cookie
    .split(/; */)
    .some((pair) => pair.startsWith(`${name}=`) || pair.startsWith(`${name}.`))
  return isSent && !headers.getSetCookie().some((line) => line.startsWith(name))
}

function toUser(session: unknown): SessionUser | null {
  if (!isObject(session)) return null
  // `auth` of NextAuth hands on what its handler answered, with its status lost.
  if (session.user === undefined && typeof session.message === 'string') {
    throw new Error(
      'Latchkey: Auth.js answered a message and no session. Nobody can be known, so everything that needs a person is refused. Look at what Auth.js logged: it is usually misconfigured.',
    )
  }
  if (!isObject(session.user)) return null
  const { id, name } = session.user
  if (typeof id !== 'string') {
    throw new Error(
      'Latchkey: Auth.js’s session names a user without an id. Keys belong to ids, so nobody could have any. Add a session callback that sets session.user.id, from token.sub or from user.id.',
    )
  }
  return { id, sessionId: null, ...(typeof name === 'string' && name !== '' ? { name } : {}) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
