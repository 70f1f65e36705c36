import { type ErrorCode, errors, type Problem, toProblem } from '../../src/contract/index.js'
import { standingHeaders } from './standing-headers.js'
import { toFieldString } from './structured-field.js'

/** What is particular to one occurrence of an error. */
export interface Occurrence extends Pick<Problem, 'fields' | 'requiredScopes' | 'violated-policies'> {
  /** Public words for this case; the table's otherwise. */
  detail?: string | undefined
  /** Written to `X-Request-Id`, and into `instance` unless the body must tell nothing apart. @default a new one */
  requestId?: string | undefined
  /** For 429 and 503, whole seconds. @default 1 */
  retryAfterSeconds?: number | undefined
  /** Named in the challenge of a 401. @default 'api' */
  realm?: string | undefined
  headers?: Readonly<Record<string, string>> | undefined
}

/** These answer a guess, so nothing in the body may differ between one wrong guess and another. */
const uniform: ReadonlySet<ErrorCode> = new Set(['not_found', 'invalid_key'])

/** The one way from a code to a refusal on the wire: RFC 9457 problem details, never cached. */
export function problemResponse(code: ErrorCode, occurrence: Occurrence = {}): Response {
  const {
    requestId = crypto.randomUUID(),
    retryAfterSeconds,
    realm = 'api',
    headers,
    ...particular
  } = occurrence
  const { status } = errors[code]
  const instance = uniform.has(code) ? undefined : `urn:latchkey:request:${requestId}`
  return new Response(JSON.stringify(toProblem(code, { instance, ...particular })), {
    status,
    headers: {
      'Content-Type': 'application/problem+json',
      ...standingHeaders(requestId),
      ...(status === 401 && { 'WWW-Authenticate': `Bearer realm=${toFieldString(realm)}` }),
      ...((status === 429 || status === 503) && { 'Retry-After': String(retryAfterSeconds ?? 1) }),
      ...headers,
    },
  })
}
