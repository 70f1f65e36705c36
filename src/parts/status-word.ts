import type { KeyFilter } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'

/** A status by itself, without the time that a badge adds to it, or a flag. */
export function statusWord(status: KeyFilter, { filter, status: words }: ListStrings): string {
  return status === 'expiring' || status === 'rotating' || status === 'stale' ? filter[status] : words[status]
}
