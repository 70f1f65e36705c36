import type { RouteGuard } from './route-access.js'

/**
 * Where people are sent to sign in. null: nowhere.
 * Throws where that page needs a session itself: a browser would be sent round in circles.
 */
export function signInAddress(signInUrl: string | undefined, accessTo: RouteGuard): string | null {
  const url = URL.parse(signInUrl ?? '/sign-in', here)
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw unusable(signInUrl, 'It is neither a path nor an http address.')
  }
  if (url.origin !== here) return url.href
  const access = probe(accessTo, url)
  if (access === 'public' || (access === 'unknown' && signInUrl)) return url.pathname + url.search
  if (signInUrl === undefined) return null
  throw unusable(signInUrl, 'Nobody could sign in, because that page itself needs a session.')
}

const here = 'http://here.invalid'

/** `unknown`: a list asks a function of the app, which needs a real request. */
function probe(accessTo: RouteGuard, url: URL): ReturnType<RouteGuard> | 'unknown' {
  try {
    return accessTo(url.pathname, new Request(url))
  } catch {
    return 'unknown'
  }
}

function unusable(signInUrl: string | undefined, why: string): Error {
  return new Error(
    `Latchkey: signInUrl "${signInUrl}" cannot be used. ${why} Give a path that is in publicRoutes, or a full address.`,
  )
}
