import type { LatchkeyStrings } from '../locales/strings.js'
import type { PartError } from './key-view.js'

/** What a person is told about an error, in the catalogue's words and never in the server's. */
export function errorText(error: PartError, strings: LatchkeyStrings): string {
  if (error.code === 'rate_limited' && error.retryAfterSeconds !== undefined) {
    return strings.error.rateLimited(error.retryAfterSeconds)
  }
  return strings.error.byCode[error.code] ?? strings.error.byCode.unknown
}
