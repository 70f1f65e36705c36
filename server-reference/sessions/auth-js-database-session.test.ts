import { Auth, type AuthConfig } from '@auth/core'
import { describe, expect, it } from 'vitest'
import { authJsSession } from './auth-js-session.js'
import { createMemoryAdapter } from './memory-adapter.conformance.js'

type Callbacks = NonNullable<AuthConfig['callbacks']>

/** As the guide says: the session itself holds its token, which is not shown to scripts. */
const showIds: Callbacks = {
  session: ({ session, user }) => ({
    expires: session.expires,
    user: { id: user.id, name: user.name ?? null },
  }),
}

/** Auth.js itself, with its sessions in a database, and Ada, who signed in by a link in a mail. */
async function signedIn({ callbacks = showIds, url = 'https://app.example.com/auth' } = {}) {
  const database = createMemoryAdapter()
  const mails: string[] = []
  const config: AuthConfig = {
    trustHost: true,
    basePath: '/auth',
    secret: 'a secret of thirty-two characters or more',
    adapter: database.adapter,
    session: { strategy: 'database', maxAge: 3600, updateAge: 0 },
    providers: [
      {
        id: 'mail',
        type: 'email',
        name: 'Mail',
        from: 'app@example.com',
        maxAge: 600,
        options: {},
        sendVerificationRequest: async (mail) => void mails.push(mail.url),
      },
    ],
    callbacks,
    // What it makes of failures is asserted; it need not be printed as well.
    logger: { error: () => {}, warn: () => {} },
  }
  const handler = (request: Request) => Auth(request, { ...config })

  const asked = await handler(new Request(`${url}/csrf`))
  const { csrfToken } = await asked.json()
  await handler(
    new Request(`${url}/signin/mail`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookiesOf(asked) },
      body: new URLSearchParams({ csrfToken, email: 'ada@example.com' }),
    }),
  )
  const cookie = cookiesOf(await handler(new Request(mails[0] ?? url)))
  for (const [id, user] of database.users) database.users.set(id, { ...user, name: 'Ada' })
  const [id] = database.users.keys()
  const session = authJsSession({ handler, url })
  const ask = (sent = cookie) => session({ headers: new Headers({ Cookie: sent }) }, { fresh: true })
  return { ...database, id, cookie, handler, url, ask }
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

describe('a session of Auth.js in a database', () => {
  it('is the person whose mail was answered, by a cookie that says nothing by itself', async () => {
    const { id, cookie, ask, sessions } = await signedIn()
    const [token] = sessions.keys()
    expect(cookie).toContain(`__Secure-authjs.session-token=${token}`)
    expect(await ask()).toEqual({ id, name: 'Ada', sessionId: null })
  })

  it('is over with the next question where it was ended, by whomever', async () => {
    const { ask, sessions } = await signedIn()
    expect(await ask()).toMatchObject({ name: 'Ada' })
    sessions.clear()
    expect(await ask()).toBeNull()
  })

  it('is over when its time is', async () => {
    const { ask, sessions } = await signedIn()
    for (const session of sessions.values()) session.expires = new Date(Date.now() - 1)
    expect(await ask()).toBeNull()
    expect(sessions.size).toBe(0)
  })

  it('is nobody without its cookie, and with one that was made up', async () => {
    const { cookie, ask } = await signedIn()
    expect(await ask('')).toBeNull()
    expect(await ask('theme=dark')).toBeNull()
    expect(await ask(cookie.replace(/(session-token=)[^;]+/, '$1made-up'))).toBeNull()
    // Behind https Auth.js does not look at it.
    expect(await ask('authjs.session-token=whatever')).toBeNull()
  })

  it.each(['https://app.example.com/auth', 'http://localhost:3000/auth'])(
    'is no "nobody" where the database does not answer (%s)',
    async (url) => {
      const { ask, state } = await signedIn({ url })
      state.isDown = true
      await expect(ask()).rejects.toThrow('Auth.js could not look')
      state.isDown = false
      expect(await ask()).toMatchObject({ name: 'Ada' })
    },
  )

  it('is no "nobody" where a callback fails, as one for JWTs does', async () => {
    const forJwt: Callbacks = {
      session: ({ session, token }) => ({ ...session, user: { ...session.user, id: token.sub ?? '' } }),
    }
    const { ask } = await signedIn({ callbacks: forJwt })
    await expect(ask()).rejects.toThrow('Auth.js could not look')
  })

  it('says so where Auth.js shows no ids', async () => {
    const { ask } = await signedIn({ callbacks: {} })
    await expect(ask()).rejects.toThrow('names a user without an id')
  })

  it('keeps its token from scripts: what the guide says to show does not hold it', async () => {
    const { handler, url, cookie, sessions } = await signedIn()
    const shown = await (await handler(new Request(`${url}/session`, { headers: { Cookie: cookie } }))).text()
    const [token = ''] = sessions.keys()
    expect(token).not.toBe('')
    expect(shown).not.toContain(token)
  })
})
