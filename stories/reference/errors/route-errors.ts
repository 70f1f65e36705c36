import type { KnownError } from '../known-errors.ts'

export const routeErrors = [
  {
    says: 'no route is protected with keys',
    why: '`protectedWithKeys` and `protectedWithEither` are empty, so no machine could get in anywhere.',
    mend: 'Name routes, such as `/api/orders(.*)`.',
  },
  {
    says: 'the route pattern "…" is in two lists',
    why: 'Whether it is open or closed would depend on their order.',
    mend: 'Leave it in one of them.',
  },
  {
    says: 'the route pattern "…" cannot be used',
    why: 'The message says what is wrong with it.',
    mend: 'Whole segments, such as `/api/orders(.*)` or `/api/:path*`, or a regular expression.',
  },
  {
    says: 'a function in a list of routes answered neither true nor false',
    why: 'A promise would count as true, and open the route.',
    mend: 'Return a boolean at once.',
  },
  {
    says: 'signInUrl "…" cannot be used',
    why: 'It is no address, or itself needs a session, so that nobody could sign in.',
    mend: 'A path that is in `publicRoutes`, or a full address.',
  },
  {
    says: 'basePath … is not a path',
    why: 'No request would match it.',
    mend: 'Write it like `/api/keys`.',
  },
  {
    says: '… is not an origin',
    why: 'An entry of `allowedOrigins` has a path or no scheme; no browser sends such an origin, so every write would be refused.',
    mend: 'Write it like `https://app.example.com`.',
  },
] as const satisfies readonly KnownError[]
