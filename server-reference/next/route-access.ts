import { canonicalPath } from './canonical-path.js'
import { resizedImage } from './resized-image.js'
import { compilePattern, type RoutePattern, type RouteQuestion } from './route-pattern.js'
import { isServedToStrangers } from './served-to-strangers.js'

/**
 * Who may pass: a machine with its key, a person with a session, either of them, or everybody.
 * `malformed`: the path has two readings, which nobody may use.
 */
export type RouteAccess = 'key' | 'either' | 'public' | 'session' | 'malformed'

export interface RouteLists {
  /** Only with a key. Wins over the other lists. */
  protectedWithKeys?: RoutePattern | readonly RoutePattern[] | undefined
  /** With a key or with a person's session; a key that was sent decides alone. */
  protectedWithEither?: RoutePattern | readonly RoutePattern[] | undefined
  /** Without either. */
  publicRoutes?: RoutePattern | readonly RoutePattern[] | undefined
}

/** What to ask of a request for this path. A route in no list needs a person's session. */
export type RouteGuard = (pathname: string, request: Request) => RouteAccess

/**
 * What Next serves to strangers by names of its own, such as `/_next/static/` and `/favicon.ico`, is open unless a list
 * names it; an image that Next resizes (`/_next/image`) is as open as the image itself.
 * In doubt a route is closed: the strict list matches in any case and on either spelling of the path, the
 * others exactly and only where the spelling that was sent and the canonical one agree.
 * Throws where the lists are empty or contradict each other.
 */
export function createRouteGuard(lists: RouteLists): RouteGuard {
  const closed = toList(lists.protectedWithKeys)
  const either = toList(lists.protectedWithEither)
  const open = toList(lists.publicRoutes)
  refuseEmpty([...closed, ...either])
  refuseContradiction([closed, either, open])
  const needsKey = closed.map((pattern) => compilePattern(pattern, { ignoreCase: true }))
  const takesEither = either.map((pattern) => compilePattern(pattern, { ignoreCase: false }))
  const isPublic = open.map((pattern) => compilePattern(pattern, { ignoreCase: false }))

  return accessTo

  function accessTo(pathname: string, request: Request): RouteAccess {
    const path = canonicalPath(pathname)
    if (path === null) return 'malformed'
    const canonical = { path, request }
    const asSent = { path: pathname, request }
    if (matches(needsKey, canonical) || matches(needsKey, asSent)) return 'key'
    if (matches(takesEither, canonical) && matches(takesEither, asSent)) return 'either'
    if (matches(isPublic, canonical) && matches(isPublic, asSent)) return 'public'
    if (isServedToStrangers(path) && isServedToStrangers(pathname)) return 'public'
    const image = resizedImage(pathname, request)
    if (image === null) return 'session'
    return image.isLocal ? accessTo(image.pathname, image.request) : 'public'
  }
}

type Matcher = (question: RouteQuestion) => boolean

function matches(matchers: readonly Matcher[], question: RouteQuestion): boolean {
  return matchers.some((matcher) => matcher(question))
}

function toList(patterns: RoutePattern | readonly RoutePattern[] | undefined): readonly RoutePattern[] {
  if (patterns === undefined) return []
  return typeof patterns === 'string' || typeof patterns === 'function' || patterns instanceof RegExp
    ? [patterns]
    : patterns
}

function refuseEmpty(guarded: readonly RoutePattern[]): void {
  if (guarded.length > 0) return
  throw new Error(
    'Latchkey: no route is protected with keys. The middleware would let no machine in anywhere, which is rarely meant. Name routes in protectedWithKeys, such as "/api/orders(.*)".',
  )
}

function refuseContradiction(lists: readonly (readonly RoutePattern[])[]): void {
  const seen = new Map<string, number>()
  for (const [index, list] of lists.entries()) {
    for (const pattern of list) {
      const name = String(pattern)
      if ((seen.get(name) ?? index) !== index) {
        throw new Error(
          `Latchkey: the route pattern "${name}" is in two lists. Whether it is open or closed would depend on their order. Leave it in one of them.`,
        )
      }
      seen.set(name, index)
    }
  }
}
