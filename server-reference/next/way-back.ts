/** Name of the query parameter that carries the way back. */
export const wayBackParameter = 'next'

/**
 * Where to sign in, with the way back to the page that was asked for.
 *
 * @param signInUrl a path below the base path, or a full address
 * @param basePath of the app; the way back has it, because a browser needs it. @default ''
 */
export function signInLocation(signInUrl: string, requestUrl: string, basePath = ''): URL {
  const asked = new URL(requestUrl)
  // Next's own parameter for its data requests: of no use to the page.
  asked.searchParams.delete('_rsc')
  const location = new URL(signInUrl.startsWith('/') ? basePath + signInUrl : signInUrl, asked)
  location.searchParams.set(wayBackParameter, asked.pathname + asked.search)
  return location
}

/**
 * Reads a way back from a query. Only a path on the same origin is one; anything else gives the fallback, so
 * that a link to the sign-in page cannot send people elsewhere afterwards.
 *
 * @param fallback @default '/'
 */
export function safeWayBack(text: string | null | undefined, fallback = '/'): string {
  if (!text || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text)) return fallback
  const origin = 'http://same-origin.invalid'
  const url = URL.parse(text, origin)
  // Dot segments can bring a second slash to the front only now: `/.//elsewhere.example`.
  return url?.origin === origin && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : fallback
}
