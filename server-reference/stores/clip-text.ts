import { redactKeys } from '../../src/contract/index.js'

/** At most so many UTF-16 units, never half a character, and no key (ST-1). */
export function clipText(text: string, maxLength: number): string {
  return redactKeys(
    text.length <= maxLength ? text : text.slice(0, maxLength).replace(/[\uD800-\uDBFF]$/, ''),
  )
}
