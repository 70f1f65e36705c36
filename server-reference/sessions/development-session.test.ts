import { afterEach, describe, expect, it, vi } from 'vitest'
import { developmentSession } from './development-session.js'

const ask = (session: ReturnType<typeof developmentSession>, headers: Record<string, string>) =>
  session({ headers: new Headers(headers) }, { fresh: true })

describe('the session for development', () => {
  afterEach(() => void vi.unstubAllEnvs())

  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000'])(
    'is one person for whoever opens %s',
    (host) => {
      expect(ask(developmentSession(), { Host: host })).toEqual({
        id: 'developer',
        name: 'Developer',
        sessionId: null,
      })
    },
  )

  it('is whom the app calls it', () => {
    const session = developmentSession({ id: 'ada', name: 'Ada' })
    expect(ask(session, { Host: 'localhost' })).toMatchObject({ id: 'ada', name: 'Ada' })
  })

  it.each(['192.168.0.7:3000', 'evil.test', 'localhost.evil.test', '127.0.0.1.evil.test', 'a@localhost', ''])(
    'is nobody for whoever came by the name "%s"',
    (host) => {
      expect(ask(developmentSession(), host ? { Host: host } : {})).toBeNull()
    },
  )

  it.each(['production', '', undefined])('is not to be had where NODE_ENV is %j', (mode) => {
    vi.stubEnv('NODE_ENV', mode)
    expect(() => developmentSession()).toThrow(
      /for development alone.*betterAuthSession.*NODE_ENV=development/,
    )
  })
})
