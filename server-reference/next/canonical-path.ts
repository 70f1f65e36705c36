/** Longest path that is looked at, in characters, so that no pattern can be made to work for long. */
export const maxPathLength = 2048

/**
 * The one spelling of a request's path, on which every route decision is made. null: the path has two
 * readings, and whoever asks must be refused with 400.
 *
 * @param pathname what `URL.pathname` gave, still percent-encoded
 */
export function canonicalPath(pathname: string): string | null {
  if (pathname.length > maxPathLength || !pathname.startsWith('/')) return null
  if (hasForbiddenCharacter(pathname) || !isWellEncoded(pathname)) return null
  const decoded = pathname.replace(/%[0-9a-f]{2}/gi, decodeUnreserved)
  const path = dropTrailingSlash(dropDataSuffix(decoded.replace(/\/{2,}/g, '/')))
  // Only now: a data suffix may have hidden a dot segment (`/a/..rsc`).
  return path.split('/').some((segment) => segment === '.' || segment === '..') ? null : path
}

/** A backslash or a slash in hiding would be a separator for one reader and a letter for the next. */
function hasForbiddenCharacter(pathname: string): boolean {
  return /[^\x21-\x7e]|\\|%(?:2f|5c|7f|[01][0-9a-f])/i.test(pathname)
}

function isWellEncoded(pathname: string): boolean {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

/** Once, and nothing reserved: what stays encoded means something else than its plain form (RFC 3986 §2.2). */
function decodeUnreserved(encoded: string): string {
  const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
  return /[A-Za-z0-9._~-]/.test(character) ? character : encoded.toUpperCase()
}

/** Next serves a page's data at spellings of their own; they are the page and are guarded like it. */
function dropDataSuffix(path: string): string {
  const page = path
    .replace(/^\/_next\/data\/[^/]+(\/.*)\.json$/, '$1')
    .replace(/(?:\.segments\/.*\.segment|\.prefetch)?\.rsc$/, '')
  const isVariant = page !== path
  return isVariant && page === '/index' ? '/' : page
}

function dropTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path || '/'
}
