/**
 * What somebody looks for. A whole or cut key that was pasted is recognised by its shape and kept as its public id
 * alone: the secret in it is dropped here, before it could reach a state, a query key, an address or a log.
 */
export type SearchText =
  | { mode: 'text'; text: string }
  /** `mask` is what the field shows instead. */
  | { mode: 'key'; id: string; mask: string }

export const noSearch: SearchText = { mode: 'text', text: '' }

/** What a key looks like, whole or cut: its prefix, its id, and the rest. */
const pastedShape = /([a-z][a-z0-9]{1,15}_(?:live|test)_)([0-9A-Za-z]{16})_([0-9A-Za-z]+)/

/** Nobody looks for a key further into what was pasted than this: a whole log file would hold the page up for seconds. */
const longestPaste = 4096

export function matchKey(text: string): RegExpExecArray | null {
  return pastedShape.exec(text.slice(0, longestPaste))
}

/** Secret and checksum. */
const restLength = 43 + 6

/** The longest text that a server takes. */
const maxLength = 128

export function toSearchText(text: string): SearchText {
  const match = matchKey(text)
  if (!match) return { mode: 'text', text: text.slice(0, maxLength) }
  const [, prefix = '', id = '', rest = ''] = match
  // The last four belong to the checksum only where the key is complete. Of a cut one they are part of the secret.
  const end = rest.length === restLength ? rest.slice(-4) : ''
  return { mode: 'key', id, mask: `${prefix}${id.slice(0, 4)}…${end}` }
}

export function shownText(search: SearchText): string {
  return search.mode === 'text' ? search.text : search.mask
}

/** What the server is asked for: a key's first four characters are public, and it looks there. */
export function searchParam(search: SearchText): string | undefined {
  const text = search.mode === 'text' ? search.text.trim() : search.id.slice(0, 4)
  return text === '' ? undefined : text
}
