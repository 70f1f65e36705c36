import type { KnownError } from '../known-errors.ts'

export const serverErrors = [
  {
    says: 'developmentSession() is for development alone, and NODE_ENV is "…"',
    why: 'It takes everybody for one person, which `next build` or a server in production must not do.',
    mend: 'Set `session` to your sign-in; on a machine of your own, start with `NODE_ENV=development`.',
  },
  {
    says: 'the brand "…" cannot begin a key',
    why: '`brand` of `createLatchkey` is not of the shape `^[a-z][a-z0-9]{1,15}$`.',
    mend: 'Choose a short lower-case word.',
  },
  {
    says: 'environments must name at least one of …',
    why: '`environments` is empty or holds another word.',
    mend: "Leave it out for live keys, or write `['live', 'test']`.",
  },
  {
    says: 'the scope "…" is no scope name or is listed twice',
    why: 'Scope names are compared exactly, and there is no wildcard.',
    mend: 'Give each one printable ASCII name without spaces or quotes.',
  },
  {
    says: 'the realm holds characters that a header cannot carry',
    why: 'It goes into every `WWW-Authenticate`.',
    mend: 'At most 64 printable ASCII characters, without quotes or backslashes.',
  },
  {
    says: 'limits.… is no rate',
    why: 'A limit is not `{ limit, windowSeconds }` in whole numbers from 1.',
    mend: 'At most 1,000,000 requests in at most 86,400 seconds; null for no limit.',
  },
  {
    says: '… must be a positive number of milliseconds',
    why: '`storeTimeoutMs` or `flushIntervalMs` is 0, negative or no number.',
    mend: 'Leave it out for the default.',
  },
  {
    says: 'usage.keepDays must be a whole number from 1, or null',
    why: 'Other numbers would delete what is being counted.',
    mend: 'Leave it out for 400 days; null keeps all.',
  },
  {
    says: '… must be a whole number from 0',
    why: '`maxKeysInMemory` is no whole number.',
    mend: 'Leave it out for 20,000; 0 keeps none.',
  },
  {
    says: 'policy.… is …',
    why: 'A number of `policy` is no whole number, or too small.',
    mend: 'Use seconds, in whole numbers.',
  },
  {
    says: 'policy.…',
    why: 'Two settings of `policy` contradict each other; they are named.',
    mend: 'Change one of them.',
  },
  {
    says: 'two peppers have one id',
    why: 'A digest says by id which pepper it was made with.',
    mend: 'Give each its own id, and never use one again.',
  },
  {
    says: 'a pepper has an id that cannot be stored',
    why: 'It is kept beside each digest.',
    mend: '1 to 32 letters, digits, `-` or `_`.',
  },
  {
    says: 'the pepper "…" is not … random bytes',
    why: 'It is too short, constant, or no hexadecimal or base64url text.',
    mend: '`openssl rand -hex 32`',
  },
  {
    says: 'a key was made with the pepper "…", which is gone',
    why: 'Told to `onError`: a stored digest names a pepper that is not configured, so that key is refused.',
    mend: 'Put the old pepper back behind the new one. Remove it when no key was made with it any more.',
  },
  {
    says: 'the source of randomness gave too little',
    why: 'No key was made; one from such a source could be guessed.',
    mend: 'Repair `random`, or leave it out for the system’s.',
  },
  {
    says: 'jwtKey is not a public key of Clerk’s',
    why: '`jwtKey` of `clerkSession` is empty, cut, or another kind of key.',
    mend: 'Copy the JWT public key in PEM from the API keys in Clerk’s dashboard.',
  },
  {
    says: 'authorizedParties is empty',
    why: '`clerkSession` would take tokens that were made for any page.',
    mend: 'Name the origins of your own pages.',
  },
  {
    says: 'Auth.js answered … when it was asked for a session',
    why: '`url` of `authJsSession` is not where the handler answers, or Auth.js is misconfigured.',
    mend: 'Look at the address in the message, and at what Auth.js logged.',
  },
  {
    says: 'Auth.js answered a message and no session',
    why: 'Auth.js is misconfigured, as without `AUTH_SECRET`, and `auth` tells so in place of a session. The request got 503, never "nobody".',
    mend: 'Look at what Auth.js logged.',
  },
  {
    says: 'Auth.js could not look a session up',
    why: 'Auth.js said "no session" to a cookie of its own and left it in place: its database did not answer, or the `session` callback failed, as one for JWTs does with sessions in a database. The request got 503, never "nobody".',
    mend: 'Look at what Auth.js logged.',
  },
  {
    says: 'Auth.js’s session names a user without an id',
    why: 'Auth.js shows names and e-mail addresses, and an id only where a callback puts it there.',
    mend: 'Add a `session` callback that sets `session.user.id`.',
  },
  {
    says: 'the session provider …',
    why: 'Told to `onError`: `session` threw, was late, or answered something that is no person. The request got 503, never "nobody".',
    mend: 'Answer `{ id, sessionId }` or null, and reject only when it cannot be told.',
  },
  {
    says: 'a dependency failed',
    why: 'Told to `onError`: a store, limiter or `authorize` rejected; `cause` says what. The request got 503.',
    mend: 'Look at `cause`.',
  },
  {
    says: 'verification took longer than … ms',
    why: 'Told to `onError`; the request got 503.',
    mend: 'Look at the store’s load and connections. `storeTimeoutMs` sets the bound.',
  },
  {
    says: '"…" is no instant, so no key was revoked',
    why: '`createdBefore` of `revokeKeys` could not be read. Nothing was done rather than too much.',
    mend: 'RFC 3339: `2026-11-23T17:40:00Z`.',
  },
  {
    says: 'a store refused its own cursor',
    why: 'A store of your own answers a cursor that it does not take back.',
    mend: 'Run the suites of `server-reference/stores/conformance` against it.',
  },
  {
    says: 'the wall clock was set back by … seconds',
    why: 'Something set it, as a restored machine or a person does. Keys that were refused as expired stay refused; those that nobody presented after their end work again until it comes.',
    mend: 'Let a time service keep the clock, and revoke what should not work.',
  },
  {
    says: 'the token for metrics is too short',
    why: 'Whoever guesses it sees how much is called and refused.',
    mend: 'At least 16 random characters.',
  },
  {
    says: 'the seed\'s instant "…" is not one',
    why: 'A seed for `createMockBackend` holds a date that cannot be read.',
    mend: 'Write `2026-11-23T17:40:00Z`.',
  },
  {
    says: 'a seed asks for what the server refuses (… …)',
    why: 'The mock is the real server: a key that it refuses cannot be in a story. The code and the fields are named.',
    mend: 'Change the seed, or the `policy` or `scopes` of the backend.',
  },
  {
    says: 'the trusted proxy … is no address and no range',
    why: 'An entry of `trustedProxies` is misspelt. Its callers would all have the address of the proxy.',
    mend: 'Write addresses or ranges, such as `10.0.0.0/8`.',
  },
  {
    says: 'the body of a request was read before toExpress came to it',
    why: 'A parser such as `express.json()` is mounted before it, so the handler finds nothing to read.',
    mend: 'Mount `toExpress` first.',
  },
] as const satisfies readonly KnownError[]
