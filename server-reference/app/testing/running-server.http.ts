import { randomUUID } from 'node:crypto'
import { describeServer, type PersonName, type Scope } from '../../http/server.conformance.ts'
import { callAsMachine } from './machine.ts'
import { strangerAddress } from './stranger-address.ts'

const origin = process.env.LATCHKEY_SERVER_ORIGIN ?? ''

/** Which route needs which scope. One that needs several is played by a call of each. */
const routes = { 'orders:read': 'GET /api/orders', 'orders:write': 'POST /api/orders' } as const

describeServer('The reference app, built and served', async () => {
  const cookies: Record<PersonName, string> = { ada: await signUp('Ada'), grace: await signUp('Grace') }
  return {
    baseUrl: `${origin}/api/keys`,
    as: (person) => (input, init) => {
      const request = new Request(input, init)
      if (person) request.headers.set('Cookie', cookies[person])
      return fetch(request)
    },
    verify: async (secret, scopes: readonly Scope[] = []) => {
      let answer = await open('GET /api/whoami', secret)
      for (const scope of scopes) {
        if (answer.ok) answer = await open(routes[scope], secret)
      }
      return answer
    },
  }
})

async function open(route: Parameters<typeof callAsMachine>[1], secret: string): Promise<Response> {
  const { status, headers, body } = await callAsMachine(origin, route, secret)
  return new Response(JSON.stringify(body), { status, headers })
}

/** Somebody new, from an address that has not signed anybody up yet. */
async function signUp(name: string): Promise<string> {
  const response = await fetch(`${origin}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin, 'X-Forwarded-For': strangerAddress() },
    body: JSON.stringify({ name, email: `${randomUUID()}@example.com`, password: 'correct horse battery' }),
  })
  if (!response.ok) throw new Error(`The sign-up answered ${response.status}: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
