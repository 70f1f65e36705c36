/**
 * A copy without the headers in this package's own namespace, in any case and with `_` for `-` (which many
 * servers read as the same name). Nothing here trusts such a header, and nothing behind it should be led to.
 */
export function stripInboundHeaders(headers: Headers): Headers {
  const kept = new Headers(headers)
  for (const name of headers.keys()) {
    if (name.toLowerCase().replaceAll('_', '-').startsWith('x-latchkey-')) kept.delete(name)
  }
  return kept
}
