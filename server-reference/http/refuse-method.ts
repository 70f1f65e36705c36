import { type Occurrence, problemResponse } from './problem-response.js'
import { standingHeaders } from './standing-headers.js'

/** 405 with `Allow`. OPTIONS is answered by the table alone, without CORS: no other site has business here. */
export function refuseMethod(request: Request, allow: readonly string[], occurrence: Occurrence): Response {
  const headers = { ...occurrence.headers, Allow: allow.join(', ') }
  if (request.method !== 'OPTIONS') return problemResponse('method_not_allowed', { ...occurrence, headers })
  return new Response(null, {
    status: 204,
    headers: { ...standingHeaders(occurrence.requestId), ...headers },
  })
}
