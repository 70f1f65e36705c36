import { parseKey } from '../../../src/contract/index.js'

/**
 * Whether an `Authorization` field holds something in the shape of a key, be it with a typo, whatever stands around it.
 * A bearer token of another shape is no key: some sign-ins send theirs that way.
 */
export function carriesKey(field: string | null): boolean {
  return field?.split(notInKeys).some(looksLikeKey) ?? false
}

/** What no key contains, so that neither a scheme nor a comma or a quote beside it hides one. */
const notInKeys = /[^0-9A-Za-z_]+/

function looksLikeKey(word: string): boolean {
  const shape = parseKey(word)
  return shape.ok || shape.reason === 'checksum'
}
