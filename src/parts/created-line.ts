import type { ApiKey } from '../contract/index.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import { isolate } from './isolate.js'

/** "Ada Lovelace · Mar 3, 2026": who made a key, where that is known, and when. */
export function createdLine(
  { createdBy, createdAt }: Pick<ApiKey, 'createdBy' | 'createdAt'>,
  strings: ListStrings,
  format: Formatters,
): string {
  const name = createdBy?.name ?? null
  return strings.key.created(name === null ? null : isolate(name), format.date(createdAt))
}
