import type { KnownError } from '../known-errors.ts'

export const redisErrors = [
  {
    says: 'redisRateLimits was given neither a `url` nor a `client`',
    why: 'It would count nothing that another process sees.',
    mend: 'Name one of them.',
  },
  {
    says: 'Redis is out of reach',
    why: 'Told to `onError`. Each process counts alone until it is back; with `strict: true` requests get 503.',
    mend: 'Bring Redis back; it is used again by itself.',
  },
  {
    says: 'Redis gave no answer of the script',
    why: 'A proxy or a server that is not quite Redis answered something else.',
    mend: 'Ask a Redis itself, with nothing in between that rewrites answers.',
  },
  {
    says: 'Redis gave no level',
    why: 'As above, for one number of the answer.',
    mend: 'Ask a Redis itself, with nothing in between that rewrites answers.',
  },
  {
    says: 'a charge was given no decision',
    why: 'A limiter of your own answered fewer decisions than it was asked for.',
    mend: 'One decision for each charge, in their order.',
  },
] as const satisfies readonly KnownError[]
