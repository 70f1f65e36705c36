/**
 * Whether a page that may write sent this request. A browser sets both headers and no page can forge them:
 * `Origin` must be one of the list, letter for letter, or `Sec-Fetch-Site` must say `same-origin`.
 * An opaque origin (`null`), a sibling site, and a request that says neither are refused.
 */
export function isTrustedOrigin(headers: Headers, allowedOrigins: readonly string[]): boolean {
  const origin = headers.get('Origin')
  if (origin === 'null') return false
  if (origin !== null && allowedOrigins.includes(origin)) return true
  return headers.get('Sec-Fetch-Site') === 'same-origin'
}
