/** What stands between backticks, as code. */
export function withCode(text: string) {
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never changes.
  return text.split('`').map((piece, index) => (index % 2 ? <code key={index}>{piece}</code> : piece))
}
