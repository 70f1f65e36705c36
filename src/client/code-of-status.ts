import type { ClientErrorCode } from './latchkey-error.js'

/** Only where a status can mean one thing to whoever manages keys; a guess would put wrong words on the page. */
export function codeOfStatus(status: number): ClientErrorCode {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  if (status === 429) return 'rate_limited'
  if (status === 502 || status === 503 || status === 504) return 'store_unavailable'
  return status >= 500 ? 'internal_error' : 'unknown'
}
