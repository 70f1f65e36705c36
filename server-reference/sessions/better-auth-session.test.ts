import { describe, expect, it } from 'vitest'
import { type BetterAuthInstance, betterAuthSession } from './better-auth-session.js'

type Found = Awaited<ReturnType<BetterAuthInstance['api']['getSession']>>

function authThatFinds(found: Found) {
  const asked: unknown[] = []
  const auth: BetterAuthInstance = {
    api: {
      getSession: async (input) => {
        asked.push(input)
        return found
      },
    },
  }
  return { session: betterAuthSession(auth), asked }
}

const headers = new Headers({ cookie: 'session=1' })

describe('a session of Better Auth', () => {
  it('is the person who signed in', async () => {
    const { session } = authThatFinds({ user: { id: 'u1', name: 'Ada' }, session: { id: 's1' } })
    expect(await session({ headers }, { fresh: false })).toEqual({ id: 'u1', name: 'Ada', sessionId: 's1' })
  })

  it('has no name where the person gave none', async () => {
    const { session } = authThatFinds({ user: { id: 'u1', name: '' }, session: { id: 's1' } })
    expect(await session({ headers }, { fresh: false })).toEqual({ id: 'u1', sessionId: 's1' })
  })

  it('is nobody where nobody signed in', async () => {
    expect(await authThatFinds(null).session({ headers }, { fresh: false })).toBeNull()
  })

  it('is read from the database for writes, not from a cookie (MG-1)', async () => {
    const { session, asked } = authThatFinds(null)
    await session({ headers }, { fresh: true })
    await session({ headers }, { fresh: false })
    expect(asked).toEqual([
      { headers, query: { disableCookieCache: true } },
      { headers, query: { disableCookieCache: false } },
    ])
  })
})
