import { canonicalPath } from './canonical-path.js'

/**
 * Names routes.
 * - A string: `/api/orders` is that path alone; `/api/orders(.*)` it and everything below it, never
 *   `/api/orders-old`. `:id` stands for one segment, `:id?` at the end for one or none, `:path*` for any number,
 *   `:path+` and `*` for at least one.
 * - A regular expression: it must match the whole path.
 * - A function of the request, which answers true or false at once.
 */
export type RoutePattern = string | RegExp | ((request: Request) => boolean)

export interface RouteQuestion {
  path: string
  request: Request
}

/** Throws where the pattern could be misread. Matching takes time linear in the path. */
export function compilePattern(
  pattern: RoutePattern,
  { ignoreCase }: { ignoreCase: boolean },
): (question: RouteQuestion) => boolean {
  if (typeof pattern === 'function') return ({ request }) => parseAnswer(pattern(request))
  if (pattern instanceof RegExp) {
    const whole = wholePath(pattern, ignoreCase)
    return ({ path }) => whole.test(path)
  }
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text)
  const { head, tail } = parsePattern(pattern)
  const wanted = head.map((segment) => (segment === null ? null : fold(segment)))
  return ({ path }) => {
    const segments = toSegments(fold(path))
    const rest = segments.length - wanted.length
    if (rest < tail.min || rest > tail.max) return false
    return wanted.every((segment, index) => segment === null || segment === segments[index])
  }
}

interface ParsedPattern {
  /** null: any one segment. */
  head: (string | null)[]
  /** How many segments may follow. */
  tail: { min: number; max: number }
}

const nothing = { min: 0, max: 0 }
const tails: Record<string, ParsedPattern['tail']> = {
  '?': { min: 0, max: 1 },
  '*': { min: 0, max: Number.POSITIVE_INFINITY },
  '+': { min: 1, max: Number.POSITIVE_INFINITY },
}

function parsePattern(pattern: string): ParsedPattern {
  if (!pattern.startsWith('/')) throw misread(pattern, 'It must begin with a slash.')
  const isSubtree = pattern.endsWith('(.*)')
  const segments = toSegments(isSubtree ? pattern.slice(0, -'(.*)'.length) : pattern)
  const last = segments.at(-1) ?? ''
  const repeated = /^:\w+([?*+])$/.exec(last)?.[1] ?? (last === '*' ? '+' : null)
  if (repeated && isSubtree) throw misread(pattern, 'It ends twice.')
  const head = (repeated ? segments.slice(0, -1) : segments).map((segment) => parseSegment(segment, pattern))
  return { head, tail: (isSubtree ? tails['*'] : repeated ? tails[repeated] : nothing) ?? nothing }
}

function parseSegment(segment: string, pattern: string): string | null {
  if (/^:\w+$/.test(segment)) return null
  if (/[:*+?()[\]{}|^$\\]/.test(segment)) {
    throw misread(pattern, 'Signs stand for whole segments, and those for many at the end only.')
  }
  const literal = new URL(`http://pattern/${segment}`).pathname
  if (literal === '/' || canonicalPath(literal) !== literal) {
    throw misread(pattern, `No request has "/${segment}" in its path once it is in canonical form.`)
  }
  return literal.slice(1)
}

/** Segments of a path; of `/`, none. One trailing slash does not count. */
function toSegments(path: string): string[] {
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path
  return trimmed === '' ? [] : trimmed.slice(1).split('/')
}

/** Anchored, so that `/public/` cannot be found inside another path; stateless, so that `g` does not remember. */
function wholePath(pattern: RegExp, ignoreCase: boolean): RegExp {
  const flags = new Set(pattern.flags.replace(/[gy]/g, '') + (ignoreCase ? 'i' : ''))
  return new RegExp(`^(?:${pattern.source})$`, [...flags].join(''))
}

/** A promise would count as true, and open a route that its function meant to close. */
function parseAnswer(answer: unknown): boolean {
  if (typeof answer === 'boolean') return answer
  throw new TypeError(
    'Latchkey: a function in a list of routes answered neither true nor false. Whether its route is open is unknown, so the request is refused. Return a boolean, not a promise.',
  )
}

function misread(pattern: string, why: string): Error {
  return new Error(
    `Latchkey: the route pattern "${pattern}" cannot be used. ${why} Write whole segments such as "/api/orders(.*)" or "/api/:path*", or give a regular expression.`,
  )
}
