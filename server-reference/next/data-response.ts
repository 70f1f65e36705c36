import type { Latchkey, RateState } from '../core/latchkey.js'
import { rateLimitHeaders } from '../http/index.js'

/** The handler's answer, kept out of shared caches (RFC 9111 §3.5 covers `Authorization` alone) and with its limits. */
export function dataResponse(
  answer: Response,
  { acceptsApiKeyHeader }: Pick<Latchkey, 'acceptsApiKeyHeader'>,
  rate: RateState | null,
): Response {
  // A copy: the headers of `Response.redirect()` and of fetched answers cannot be changed.
  const response = new Response(answer.body, answer)
  response.headers.set('Cache-Control', privateCaching(response.headers.get('Cache-Control')))
  response.headers.append('Vary', acceptsApiKeyHeader ? 'Authorization, X-API-Key' : 'Authorization')
  for (const [name, value] of Object.entries(rateLimitHeaders(rate))) response.headers.set(name, value)
  return response
}

/** What the handler said of caching, as far as it concerns the caller's own cache. */
export function privateCaching(cacheControl: string | null): string {
  const directives = (cacheControl ?? '').split(',').map((directive) => directive.trim())
  const own = directives.filter((directive) => directive && !/^(?:public|s-maxage\b.*)$/i.test(directive))
  const isPrivate = own.some((directive) => /^(?:private|no-store)$/i.test(directive))
  return (isPrivate ? own : ['private', ...own]).join(', ')
}
