import { operationNames } from '../../src/contract/index.js'
import { createReporter } from '../core/create-reporter.js'
import type { KeyService } from '../core/latchkey.js'
import { checkBasePath } from './check-base-path.js'
import { endpoints } from './endpoints.js'
import { isTrustedOrigin } from './is-trusted-origin.js'
import { allowedMethods, matchOperation } from './match-operation.js'
import { jsonResponse, outcomeResponse } from './outcome-response.js'
import { type Occurrence, problemResponse } from './problem-response.js'
import { readJsonBody } from './read-json-body.js'
import { refuseMethod } from './refuse-method.js'
import { resolveCaller } from './resolve-caller.js'

export interface HandlerOptions {
  /** Path below which the operations live. @default '/api/keys' */
  basePath?: string | undefined
  /**
   * Exact origins whose pages may write, such as `https://app.example.com`. Name them where a proxy in front
   * changes the address that requests arrive with. @default the origin of each request's own URL
   */
  allowedOrigins?: readonly string[] | undefined
  /** The caller's address, from the socket or a trusted proxy; for the activity log. @default unknown (null) */
  clientAddress?: ((request: Request) => string | null) | undefined
  /** Told what a 500, or a sign-in that failed, hid from its caller. */
  onError?: ((error: unknown, context: { requestId: string }) => void) | undefined
}

export type Handler = (request: Request) => Promise<Response>

/**
 * The contract's operations as one function from Request to Response, for people who are signed in; API keys open
 * nothing here. Web standards only. It never rejects: what it did not foresee becomes an `internal_error`.
 */
export function createHandler(latchkey: KeyService, options: HandlerOptions = {}): Handler {
  const { basePath = '/api/keys', clientAddress = () => null } = options
  const report = createReporter(options.onError)
  const base = checkBasePath(basePath, '/api/keys')
  for (const origin of options.allowedOrigins ?? []) checkOrigin(origin)

  return async function handle(request) {
    const requestId = crypto.randomUUID()
    const occurrence = { requestId, realm: latchkey.realm, headers: { Vary: credentialHeaders } }
    const answer = await answerRequest(request, occurrence).catch((error: unknown) => {
      report(error, { requestId })
      return problemResponse('internal_error', occurrence)
    })
    return request.method === 'HEAD' ? new Response(null, answer) : answer
  }

  async function answerRequest(request: Request, occurrence: RequestOccurrence): Promise<Response> {
    const url = new URL(request.url)
    const path = url.pathname === `${base}/` ? '' : pathBelow(base, url.pathname)
    if (path === null) return problemResponse('not_found', occurrence)
    if (path === '/openapi.json') return describe(request, occurrence)
    const match = matchOperation(request.method, path)
    if (match.ok) return operate(request, url, match, occurrence)
    if (match.code === 'not_found') return problemResponse('not_found', occurrence)
    return refuseMethod(request, match.allow, occurrence)
  }

  async function operate(
    request: Request,
    url: URL,
    match: Extract<ReturnType<typeof matchOperation>, { ok: true }>,
    occurrence: RequestOccurrence,
  ): Promise<Response> {
    const writes = request.method !== 'GET' && request.method !== 'HEAD'
    if (writes && !isTrustedOrigin(request.headers, options.allowedOrigins ?? [url.origin])) {
      return problemResponse('forbidden', { ...occurrence, detail: untrustedOrigin })
    }
    const resolved = await resolveCaller(request, {
      session: latchkey.session,
      fresh: writes,
      address: clientAddress(request),
    })
    if (!resolved.ok) {
      if (resolved.code === 'store_unavailable') {
        report(resolved.error, { requestId: occurrence.requestId })
      }
      return problemResponse(resolved.code, occurrence)
    }
    const body = writes ? await readJsonBody(request) : noBody
    if (!body.ok) return problemResponse(body.code, { ...occurrence, fields: body.fields })
    const outcome = await endpoints[match.name].run({
      management: latchkey.management,
      caller: resolved.caller,
      id: match.id,
      query: url.searchParams,
      body: body.value,
      headers: request.headers,
    })
    return outcomeResponse(match.name, outcome, occurrence)
  }

  async function describe(request: Request, occurrence: Occurrence): Promise<Response> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuseMethod(request, allowedMethods(['GET']), occurrence)
    }
    // Loaded when somebody asks: the generator is no part of what answers every day.
    const { toOpenApiDocument } = await import('./openapi.js')
    const offered = operationNames.filter((name) => latchkey.management[name] !== undefined)
    const document = toOpenApiDocument({ basePath: base, realm: latchkey.realm, offered })
    return jsonResponse(document, 200, occurrence)
  }
}

type RequestOccurrence = Occurrence & { requestId: string }

const noBody = { ok: true, value: null } as const

/** The headers in which sign-ins carry who asks (RFC 9110 §12.5.5). */
const credentialHeaders = 'Authorization, Cookie'

const untrustedOrigin =
  'Only pages of this application may do this. Send the request from one of its origins.'

function pathBelow(base: string, pathname: string): string | null {
  if (pathname === base) return ''
  return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : null
}

function checkOrigin(origin: string): void {
  if (URL.canParse(origin) && new URL(origin).origin === origin) return
  throw new TypeError(
    `Latchkey: ${JSON.stringify(origin)} is not an origin. No browser sends it, so every write would be refused. Write it like "https://app.example.com".`,
  )
}
