import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { clerkSession } from './clerk-session.js'
import { createClerkInstance, origin } from './signed-token.conformance.js'

let server: Server | null = null
afterEach(() => server?.close())

const active = { object: 'session', id: 'sess_1', user_id: 'user_ada', status: 'active' }

/** Clerk's Backend API, as far as one session goes, and somebody with a token for it. */
async function withBackendApi(status: number, body: unknown) {
  const asked: string[] = []
  const api = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`)
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
  })
  server = api
  await new Promise<void>((listening) => api.listen(0, '127.0.0.1', listening))
  const address = api.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const clerk = await createClerkInstance()
  const session = clerkSession({
    jwtKey: clerk.jwtKey,
    authorizedParties: [origin],
    secretKey: 'sk_test_1',
    apiUrl: `http://127.0.0.1:${port}`,
  })
  const headers = new Headers({ Cookie: `__session=${await clerk.sign()}` })
  return { asked, ask: (fresh: boolean) => session({ headers }, { fresh }) }
}

describe('with Clerk’s secret key', () => {
  it('a write asks whether the session is still active, a read does not (MG-1)', async () => {
    const { asked, ask } = await withBackendApi(200, active)
    expect(await ask(false)).toMatchObject({ id: 'user_ada' })
    expect(asked).toEqual([])
    expect(await ask(true)).toMatchObject({ id: 'user_ada' })
    expect(asked).toEqual(['GET /v1/sessions/sess_1 Bearer sk_test_1'])
  })

  it.each([
    ['ended', 200, { ...active, status: 'ended' }],
    ['revoked', 200, { ...active, status: 'revoked' }],
    ['somebody else’s', 200, { ...active, user_id: 'user_eve' }],
    ['unknown', 404, { errors: [{ code: 'resource_not_found', message: 'not found' }] }],
  ])('a session that is %s is nobody for a write, though its token still holds', async (_, status, body) => {
    const { ask } = await withBackendApi(status, body)
    expect(await ask(true)).toBeNull()
    expect(await ask(false)).toMatchObject({ id: 'user_ada' })
  })

  it.each([401, 500])(
    'where Clerk answers %d a write is not done, and nobody is taken for nobody',
    async (status) => {
      const { ask } = await withBackendApi(status, { errors: [{ code: 'x', message: 'x' }] })
      await expect(ask(true)).rejects.toThrow()
    },
  )
})
