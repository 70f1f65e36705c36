import { createServer, type IncomingMessage } from 'node:http'
import { findFaults, isUnkeyOperation, type UnkeyOperation } from './unkey-schemas.conformance.js'
import { createUnkeyState } from './unkey-state.conformance.js'

/** A server that answers as Unkey publishes that it does, for the operations that are used here. */
export interface UnkeyServer {
  baseUrl: string
  rootKey: string
  apiId: string
  /** Each request that was understood, in order. */
  requests: { operation: UnkeyOperation; body: Record<string, unknown> }[]
  state: ReturnType<typeof createUnkeyState>
  /** Answers the next requests for an operation with this instead. */
  disturb(operation: UnkeyOperation, answer: Disturbance): void
  /** Answers them itself again. */
  calm(operation: UnkeyOperation): void
  close(): Promise<void>
}

export type Disturbance =
  | { status: number; body: unknown; contentType?: string; headers?: Record<string, string> }
  | 'hang'
  /** Does the work, and then does not answer. */
  | 'hang up afterwards'

export async function startUnkey(now: () => number): Promise<UnkeyServer> {
  const rootKey = 'unkey_root_of_the_test'
  const apiId = 'api_test'
  const state = createUnkeyState(apiId, now)
  const disturbances = new Map<UnkeyOperation, Disturbance>()
  const requests: UnkeyServer['requests'] = []

  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json', ...headers })
        .end(JSON.stringify({ meta: { requestId: 'req_test' }, ...body }))
    const refuse = (status: number, kind: string, errors?: object[]) =>
      answer(
        status,
        {
          error: {
            title: kind,
            detail: kind,
            status,
            type: `https://unkey.com/docs/errors/unkey/${kind}`,
            errors,
          },
        },
        // As it does for whoever accepts it.
        request.headers.accept?.includes('problem+json')
          ? { 'Content-Type': 'application/problem+json' }
          : {},
      )
    const operation = request.url?.replace('/v2/', '') ?? ''
    if (request.method !== 'POST' || !isUnkeyOperation(operation)) return refuse(404, 'data/route_not_found')
    if (request.headers.authorization !== `Bearer ${rootKey}`)
      return refuse(401, 'authentication/key_not_found')
    const body = toRecord(await readBody(request))
    const faults = findFaults(operation, body)
    if (faults.length > 0) return refuse(400, 'application/invalid_input', faults)
    requests.push({ operation, body })
    const disturbance = disturbances.get(operation)
    if (disturbance === 'hang') return
    if (typeof disturbance === 'object') {
      const type = disturbance.contentType ?? 'application/json'
      const text = typeof disturbance.body === 'string' ? disturbance.body : JSON.stringify(disturbance.body)
      return response
        .writeHead(disturbance.status, { 'Content-Type': type, ...disturbance.headers })
        .end(text)
    }
    const outcome = state.run(operation, body)
    if (disturbance === 'hang up afterwards') return
    return outcome.ok ? answer(200, outcome.body) : refuse(404, outcome.kind)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return {
    baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    rootKey,
    apiId,
    requests,
    state,
    disturb: (operation, disturbance) => void disturbances.set(operation, disturbance),
    calm: (operation) => void disturbances.delete(operation),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request.setEncoding('utf8')) text += chunk
  return JSON.parse(text)
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
