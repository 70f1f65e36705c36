import { createReporter } from '../../core/create-reporter.js'
import type { Latchkey } from '../../core/latchkey.js'
import type { TokenService } from '../../core/machine-tokens.js'
import { checkBasePath } from '../check-base-path.js'
import type { Handler, HandlerOptions } from '../create-handler.js'
import { allowedMethods } from '../match-operation.js'
import { problemResponse } from '../problem-response.js'
import { refuseMethod } from '../refuse-method.js'
import { type AnswerForm, answerGrant, answerIntrospection, answerRevocation } from './answer-form.js'
import { type OAuthOccurrence, oauthRefusal, oauthResponse } from './oauth-response.js'
import { readClient } from './read-client.js'
import { readForm } from './read-form.js'
import { serverMetadata, toPaths } from './server-metadata.js'

export interface TokenHandlerOptions extends Pick<HandlerOptions, 'clientAddress' | 'onError'> {
  /** Path below which `/token`, `/introspect` and `/revoke` are. The issuer's own path comes before it. @default '/oauth' */
  basePath?: string | undefined
}

/**
 * The endpoints of machine tokens as one function from Request to Response: token (RFC 6749 §4.4), introspection
 * (RFC 7662) and revocation (RFC 7009), `/.well-known/oauth-authorization-server` (RFC 8414) and
 * `/.well-known/jwks.json`. Machines alone call them, with their keys: no session opens anything, and no page of
 * another site may read an answer. It never rejects. Throws where the latchkey makes no tokens.
 */
export function tokenHandler(latchkey: Latchkey, options: TokenHandlerOptions = {}): Handler {
  const { basePath = '/oauth', clientAddress = () => null } = options
  const report = createReporter(options.onError)
  const tokens = requireTokens(latchkey)
  const paths = toPaths(tokens.issuer, checkBasePath(basePath, '/oauth'))
  const forms: Readonly<Record<string, AnswerForm>> = {
    [paths.token]: answerGrant,
    [paths.introspect]: answerIntrospection,
    [paths.revoke]: answerRevocation,
  }
  const documents: Readonly<Record<string, unknown>> = {
    [paths.metadata]: serverMetadata(tokens, paths),
    [paths.keySet]: tokens.keySet,
  }

  return async function handleTokens(request) {
    const occurrence = { requestId: crypto.randomUUID(), realm: latchkey.realm }
    try {
      return await answer(request, occurrence)
    } catch (error) {
      report(error, { requestId: occurrence.requestId })
      return problemResponse('internal_error', occurrence)
    }
  }

  async function answer(request: Request, occurrence: OAuthOccurrence): Promise<Response> {
    const { pathname } = new URL(request.url)
    if (Object.hasOwn(documents, pathname)) return publish(request, documents[pathname], occurrence)
    const form = Object.hasOwn(forms, pathname) ? forms[pathname] : undefined
    if (form === undefined) return problemResponse('not_found', occurrence)
    if (request.method !== 'POST') return refuseMethod(request, allowedMethods(['POST']), occurrence)
    return answerPost(request, form, occurrence)
  }

  async function answerPost(
    request: Request,
    answerForm: AnswerForm,
    occurrence: OAuthOccurrence,
  ): Promise<Response> {
    const form = await readForm(request)
    if (!form.ok) {
      if (form.code === 'payload_too_large') return problemResponse(form.code, occurrence)
      return oauthRefusal({ ok: false, error: form.code, detail: form.detail }, occurrence)
    }
    const client = readClient(request.headers, form.fields)
    if (!client.ok) return oauthRefusal(client, occurrence)
    const { id, secret } = client
    const address = clientAddress(request)
    const userAgent = request.headers.get('User-Agent')
    const outcome = await answerForm(tokens, { id, secret, address, userAgent }, form.fields)
    return outcome.ok ? oauthResponse(outcome.body, occurrence) : oauthRefusal(outcome, occurrence)
  }
}

/** For everybody; kept as long as the rotation of a signing key allows for. */
function publish(request: Request, document: unknown, occurrence: OAuthOccurrence): Response {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refuseMethod(request, allowedMethods(['GET']), occurrence)
  }
  return new Response(request.method === 'HEAD' ? null : JSON.stringify(document), {
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': `public, max-age=${publishedSeconds}`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

const publishedSeconds = 300

function requireTokens({ tokens }: Latchkey): TokenService {
  if (tokens) return tokens
  throw new Error(
    'Latchkey: this latchkey makes no tokens. There is nothing that its token endpoints could answer. Give createLatchkey `tokens: createMachineTokens(…)`.',
  )
}
