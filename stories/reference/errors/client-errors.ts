import type { KnownError } from '../known-errors.ts'

export const clientErrors = [
  {
    says: 'this backend has no place for …',
    why: 'Code `validation_failed`. `clerkKeys` or `betterAuthKeys` was asked to keep something that the backend keeps no field for, such as addresses. Dropping it would let somebody believe that it holds.',
    mend: 'Leave it out. The component does so by itself: it goes by `capabilities.lacks`.',
  },
  {
    says: 'Clerk has not loaded yet, so nothing was sent',
    why: 'Code `not_loaded`. `clerk.apiKeys` is there only when Clerk’s script is.',
    mend: 'Draw the component inside `<ClerkLoaded>`.',
  },
  {
    says: 'Clerk refused this (…)',
    why: 'The code in brackets says why. What Clerk said of a field is in `fields`; `status` and `requestId` (Clerk’s trace) are on the error.',
    mend: 'As for the code. `forbidden`: are API keys switched on in Clerk’s dashboard, for users or for organisations?',
  },
  {
    says: 'Clerk’s answer is not what Clerk publishes',
    why: 'Code `unknown`. A field that is needed is missing, or of another kind. It is named; the answer is never quoted.',
    mend: 'Compare the version of `@clerk/clerk-js` with the one that this package is tested with.',
  },
  {
    says: 'Clerk neither disables nor enables keys',
    why: 'Code `method_not_allowed`. Code of yours asked for it; the component does not offer it.',
    mend: 'Revoke the key instead.',
  },
  {
    says: 'there are more than … keys',
    why: 'Code `payload_too_large`. Clerk sorts, filters and counts nothing for its client, so that all keys are fetched for each list. So many would be slow, and a part of them would be counted wrong.',
    mend: 'Raise `maxKeys` of `clerkKeys` if that is what you want, or list keys on a server of yours.',
  },
  {
    says: 'Better Auth lists no more than … keys, and there are others',
    why: 'Code `payload_too_large`. Over a database the plugin reads no more rows than Better Auth’s limit, 100 unless it is set, whichever page is asked for. A part of the keys would be counted as if it were all.',
    mend: 'Raise `advanced.database.defaultFindManyLimit` of `betterAuth()` on the server, or list keys on a server of yours.',
  },
  {
    says: 'Better Auth refused this (…)',
    why: 'The code in brackets says why. What the plugin said of a field is in `fields`.',
    mend: 'As for the code. `bad_request`: some fields are for servers alone; `not_found` for a list: the plugin is not installed on the server.',
  },
  {
    says: 'Better Auth’s answer is not what its plugin publishes',
    why: 'Code `unknown`. Something else than the plugin answered, or another version of it. The field is named; the answer is never quoted.',
    mend: 'Is `baseURL` of the auth client the address of the handler, and `apiKey()` among its plugins?',
  },
  {
    says: 'Better Auth answered keys of somebody else than consumerId names',
    why: 'Code `forbidden`. A person’s own keys are those of the session, whatever `consumerId` says, and would stand in the cache under the wrong name.',
    mend: 'Leave `consumerId` out, or pass the person’s own id. For an organisation’s keys: `references: "organization"`.',
  },
] as const satisfies readonly KnownError[]
