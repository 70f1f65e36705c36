import { Auth, type AuthConfig } from '@auth/core'
import Credentials from '@auth/core/providers/credentials'
import { describe, expect, it } from 'vitest'
import { authJsSession } from './auth-js-session.js'

const origin = 'https://app.example.com'
const url = `${origin}/auth`

/** Auth.js itself, with one person who signs in by a password. */
function authJs(callbacks: NonNullable<AuthConfig['callbacks']> = showIds, name: string | null = 'Ada') {
  const config: AuthConfig = {
    trustHost: true,
    basePath: '/auth',
    secret: 'a secret of thirty-two characters or more',
    session: { strategy: 'jwt' },
    providers: [
      Credentials({
        credentials: { password: {} },
        authorize: ({ password }) => (password === 'right' ? { id: 'ada', name } : null),
      }),
    ],
    callbacks,
    // What it makes of a broken cookie is asserted; it need not be printed as well.
    logger,
  }
  const handler = (request: Request) => Auth(request, { ...config })
  return { handler, session: authJsSession({ handler, url }) }
}

const logger = { error: () => {}, warn: () => {} }

const showIds: NonNullable<AuthConfig['callbacks']> = {
  session({ session, token }) {
    return { ...session, user: { ...session.user, id: token.sub ?? '' } }
  },
}

/** Signs in as a browser does: fetches the token against forgery, then sends the form. The cookies of the session. */
async function signIn(handler: (request: Request) => Promise<Response>): Promise<string> {
  const asked = await handler(new Request(`${url}/csrf`))
  const { csrfToken } = await asked.json()
  const answered = await handler(
    new Request(`${url}/callback/credentials`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookiesOf(asked) },
      body: new URLSearchParams({ csrfToken, password: 'right' }),
    }),
  )
  return cookiesOf(answered)
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

const ask = (session: ReturnType<typeof authJsSession>, cookie: string, more: Record<string, string> = {}) =>
  session({ headers: new Headers({ Cookie: cookie, ...more }) }, { fresh: true })

describe('a session of Auth.js', () => {
  it('is the person who signed in, found by the cookie that its handler set', async () => {
    const { handler, session } = authJs()
    const cookie = await signIn(handler)
    expect(cookie).toMatch(/__Secure-authjs\.session-token=/)
    expect(await ask(session, cookie)).toEqual({ id: 'ada', name: 'Ada', sessionId: null })
  })

  it('has no name where the person gave none', async () => {
    const { handler, session } = authJs(showIds, null)
    expect(await ask(session, await signIn(handler))).toEqual({ id: 'ada', sessionId: null })
  })

  it('is nobody without a cookie, with one that was tampered with, and with one of another secret', async () => {
    const { handler, session } = authJs()
    const cookie = await signIn(handler)
    expect(await ask(session, '')).toBeNull()
    expect(await ask(session, cookie.replace(/(session-token=.{20})./, '$1_'))).toBeNull()
    expect(await ask(session, 'authjs.session-token=whatever')).toBeNull()
  })

  it('is not misled about where Auth.js is by what a caller sends', async () => {
    const { handler, session } = authJs()
    const cookie = await signIn(handler)
    const elsewhere = {
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'http',
    }
    expect(await ask(session, cookie, elsewhere)).toMatchObject({ id: 'ada' })
  })

  it('says so where Auth.js shows no ids, in place of making one person of everybody', async () => {
    const { handler, session } = authJs({})
    const cookie = await signIn(handler)
    await expect(ask(session, cookie)).rejects.toThrow('names a user without an id')
  })

  it('rejects where the handler cannot answer, which is not taken for nobody', async () => {
    const session = authJsSession({ url, handler: async () => new Response('no', { status: 500 }) })
    await expect(ask(session, 'a=b')).rejects.toThrow('answered 500')
  })

  it('rejects where `auth` of NextAuth hands on what the handler said of a failure', async () => {
    const { handler } = authJs()
    const broken = (request: Request) => Auth(request, { providers: [], trustHost: true, logger })
    const asked = new Request(`${url}/session`)
    expect(await (await handler(asked)).json()).toBeNull()
    const session = authJsSession(async () => (await broken(asked)).json())
    await expect(ask(session, 'a=b')).rejects.toThrow('no session')
  })

  it('may be `auth` of NextAuth, which reads the request by itself', async () => {
    const session = authJsSession(async () => ({ user: { id: 'ada', name: 'Ada' }, expires: 'later' }))
    expect(await ask(session, 'a=b')).toEqual({ id: 'ada', name: 'Ada', sessionId: null })
    expect(
      await ask(
        authJsSession(async () => null),
        'a=b',
      ),
    ).toBeNull()
    expect(await session({ headers: new Headers() }, { fresh: false })).toBeNull()
  })
})
