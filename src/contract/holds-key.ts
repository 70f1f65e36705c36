import { keyPattern, parseKey } from './key-format.js'

/** Without word boundaries: in `KEY_lk_live_…` the prefix begins inside a word. */
const keyShaped = new RegExp(keyPattern.replaceAll('\\b', ''), 'g')

/**
 * Whether a whole key, of any brand and with the right checksum, stands in a text. Such a text is never kept, and best
 * never sent (ST-1).
 */
export function holdsKey(text: string): boolean {
  return (text.match(keyShaped) ?? []).some((shaped) => parseKey(shaped).ok)
}

/** What is answered where one does. */
export const removeKey = 'Remove the API key: what is written here is stored, and others read it.'
