import type { KeyService, RateState } from '../core/latchkey.js'
import { dataHeaders } from './data-headers.js'

/** The handler's answer, with the headers that belong to an answer to a machine. */
export function dataResponse(
  answer: Response,
  latchkey: Pick<KeyService, 'acceptsApiKeyHeader'>,
  rate: RateState | null,
): Response {
  // A copy: the headers of `Response.redirect()` and of fetched answers cannot be changed.
  const response = new Response(answer.body, answer)
  const said = { cacheControl: answer.headers.get('Cache-Control'), vary: answer.headers.get('Vary') }
  for (const [name, value] of Object.entries(dataHeaders(said, latchkey, rate))) {
    response.headers.set(name, value)
  }
  return response
}
