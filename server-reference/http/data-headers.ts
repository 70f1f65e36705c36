import type { KeyService, RateState } from '../core/latchkey.js'
import { rateLimitHeaders } from './rate-limit-headers.js'

/**
 * What the answer to a machine carries beside what its handler said: it stays out of shared caches (RFC 9111 §3.5
 * covers `Authorization` alone), and tells the limits. The same again where it is asked of its own result.
 *
 * @param said what the handler set; null: nothing
 */
export function dataHeaders(
  said: { cacheControl: string | null; vary: string | null },
  { acceptsApiKeyHeader }: Pick<KeyService, 'acceptsApiKeyHeader'>,
  rate: RateState | null,
): Record<string, string> {
  const credentialHeaders = acceptsApiKeyHeader ? ['Authorization', 'X-API-Key'] : ['Authorization']
  return {
    'Cache-Control': privateCaching(said.cacheControl),
    Vary: varyWith(said.vary, credentialHeaders),
    ...rateLimitHeaders(rate),
  }
}

/** What the handler said of caching, as far as it concerns the caller's own cache. */
function privateCaching(cacheControl: string | null): string {
  const directives = (cacheControl ?? '').split(',').map((directive) => directive.trim())
  const own = directives.filter((directive) => directive && !/^(?:public|s-maxage\b.*)$/i.test(directive))
  const isPrivate = own.some((directive) => /^(?:private|no-store)$/i.test(directive))
  return (isPrivate ? own : ['private', ...own]).join(', ')
}

function varyWith(vary: string | null, names: readonly string[]): string {
  const before = (vary ?? '').split(',').flatMap((name) => name.trim() || [])
  const known = new Set(before.map((name) => name.toLowerCase()))
  if (known.has('*')) return '*'
  return [...before, ...names.filter((name) => !known.has(name.toLowerCase()))].join(', ')
}
