/** A String of RFC 9651 §4.1.6: quoted, with `"` and `\` escaped; whatever it cannot hold is left out. */
export function toFieldString(text: string): string {
  const printable = text.replace(/[^\x20-\x7e]/g, '')
  return `"${printable.replace(/["\\]/g, '\\$&')}"`
}

/** The text of a String of RFC 9651 §4.2.5, or null where this is not one. */
export function parseFieldString(field: string): string | null {
  const inner = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/.exec(field)?.[1]
  return inner === undefined ? null : inner.replace(/\\(["\\])/g, '$1')
}
