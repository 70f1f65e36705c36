import type { KnownError } from '../known-errors.ts'

export const unkeyErrors = [
  {
    says: 'baseUrl … is no https address',
    why: '`baseUrl` of `unkeyKeys` is plain http, or no address. Only this machine may be asked without encryption.',
    mend: 'Leave it out for Unkey itself.',
  },
  {
    says: 'the scope "…" cannot be a permission at Unkey',
    why: 'A scope of the catalogue has a character that Unkey’s permissions cannot have.',
    mend: 'Use letters, digits and `_ : . -`.',
  },
  {
    says: 'the prefix "…" cannot begin a key at Unkey',
    why: '`prefix` of `unkeyKeys` is too long, or has a `_`, of which Unkey would lose the rest in a rotation.',
    mend: 'Use 1 to 16 letters and digits.',
  },
  {
    says: 'a consumer has more than … keys at Unkey',
    why: 'A list, a new key and a rename look at all of a consumer’s keys, a hundred with each request.',
    mend: 'Delete keys at Unkey that were revoked long ago.',
  },
  {
    says: 'a key of another API at Unkey was presented',
    why: 'Unkey calls a key valid for whoever may verify it, and the root key may verify keys of more than one API. The request was refused like one with an unknown key.',
    mend: 'Make a root key for the API of `apiId` alone. Is it this API’s key? Then `apiId` is wrong.',
  },
  {
    says: 'meta.latchkey of a key at Unkey cannot be read',
    why: 'Something else wrote there. The key, whose id is beside the message, opens nothing, and is shown as disabled: the addresses that it was bound to are not known.',
    mend: 'Put `meta.latchkey` right at Unkey, or revoke the key.',
  },
  {
    says: 'Unkey refused …: …, …',
    why: 'The operation, the HTTP status and the kind of error are in the message. 401 and 403: the root key is wrong, or may not do it. 404 of `apis.listKeys`: `apiId` is wrong, or the root key lacks `read_api`.',
    mend: 'For 429 and 5xx nothing: callers were answered 503, and may try again.',
  },
] as const satisfies readonly KnownError[]
