import type { TokenRefusal } from '../../core/machine-tokens.js'
import { refusalResponse } from '../refusal-response.js'
import { standingHeaders } from '../standing-headers.js'
import { toFieldString } from '../structured-field.js'

/** What one request is answered with, whatever the answer is. */
export interface OAuthOccurrence {
  requestId: string
  realm: string
}

/** An answer that nobody keeps (RFC 6749 §5.1). */
export function oauthResponse(
  body: unknown,
  occurrence: OAuthOccurrence,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json',
      ...standingHeaders(occurrence.requestId),
      Pragma: 'no-cache',
      ...headers,
    },
  })
}

/** RFC 6749 §5.2; what it has no word for is a problem as elsewhere, with the time to wait. */
export function oauthRefusal(refusal: TokenRefusal, occurrence: OAuthOccurrence): Response {
  if (refusal.error === null) return refusalResponse(refusal.refusal, { realm: occurrence.realm })
  const { error, detail } = refusal
  const isUnproved = error === 'invalid_client'
  return oauthResponse({ error, error_description: detail.replace(notDescribable, '') }, occurrence, {
    status: isUnproved ? 401 : 400,
    // Of every 401 (RFC 9110 §15.5.2), so also where the client came with a form.
    headers: isUnproved ? { 'WWW-Authenticate': `Basic realm=${toFieldString(occurrence.realm)}` } : {},
  })
}

/** All but %x20-21, %x23-5B and %x5D-7E. */
const notDescribable = /[^\x20\x21\x23-\x5b\x5d-\x7e]/g
