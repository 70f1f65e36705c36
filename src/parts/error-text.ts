import type { ListStrings } from '../locales/list-strings.js'
import type { PartError } from './key-view.js'

/** What a person is told about an error, in the catalogue's words and never in the server's. */
export function errorText(error: PartError, strings: ListStrings): string {
  if (error.code === 'rate_limited' && error.retryAfterSeconds !== undefined) {
    return strings.error.rateLimited(error.retryAfterSeconds)
  }
  return strings.error.byCode[error.code] ?? strings.error.byCode.unknown
}

/** The same for the list, where nothing can have been done: what was not answered is only asked for again. */
export function readErrorText(error: PartError, strings: ListStrings): string {
  if (error.code === 'offline') return strings.offline.title
  const reading: Readonly<Record<string, string>> = strings.error.reading
  return reading[error.code] ?? errorText(error, strings)
}
