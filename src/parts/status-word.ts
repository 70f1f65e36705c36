import type { KeyStatus } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'

/** A status by itself, without the time that a badge adds to it. */
export function statusWord(status: KeyStatus, { filter, status: words }: ListStrings): string {
  return status === 'expiring' || status === 'rotating' ? filter[status] : words[status]
}
