import type { ListStrings } from '../locales/list-strings.js'
import type { PartError } from './key-view.js'

/** What a person is told about an error, in the catalogue's words and never in the server's. */
export function errorText(error: PartError, strings: ListStrings): string {
  if (error.code === 'rate_limited' && error.retryAfterSeconds !== undefined) {
    return strings.error.rateLimited(error.retryAfterSeconds)
  }
  return strings.error.byCode[error.code] ?? strings.error.byCode.unknown
}
