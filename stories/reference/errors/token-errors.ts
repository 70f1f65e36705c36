import type { KnownError } from '../known-errors.ts'

export const tokenErrors = [
  {
    says: 'there is no signing key for tokens, or it is not JSON',
    why: '`signingKeys` of `createMachineTokens` is empty, or text that cannot be read. It is not repeated, because it is a secret.',
    mend: 'Give what `generateSigningKey()` makes, or a list of such keys, or either as JSON.',
  },
  {
    says: 'a signing key is no whole P-256 key with a kid',
    why: 'It is short, of another curve or kind, for another algorithm, or it has no `kid`.',
    mend: 'Make one with `generateSigningKey()`.',
  },
  {
    says: 'a signing key is printed in a public document',
    why: 'It is an example of RFC 7515 or RFC 7517, with which everybody can sign.',
    mend: 'Make one with `generateSigningKey()`.',
  },
  {
    says: 'the first signing key has no private part',
    why: 'The first key signs. Public ones may follow, to check what was signed before.',
    mend: 'Put the private key of today first.',
  },
  {
    says: 'two signing keys have one kid',
    why: 'A token says by `kid` which of them signed it.',
    mend: 'Make each with `generateSigningKey()`, which names it by its content.',
  },
  {
    says: 'the signing key "…" cannot be used',
    why: '`ready()` of `latchkey.tokens` has tried it: its parts do not belong together, or it is no point of the curve.',
    mend: 'Make one with `generateSigningKey()`.',
  },
  {
    says: 'the issuer "…" of tokens is no https address',
    why: 'It is http beyond this machine, or has a slash at its end, a query, a fragment or a name to sign in with.',
    mend: 'Write it like `https://api.example.com`.',
  },
  {
    says: 'tokens have no audience',
    why: '`audience` is empty or holds spaces. Another API that trusts the same issuer would take the tokens as well.',
    mend: 'Write the address of the API that takes them.',
  },
  {
    says: 'lifetimeSeconds of tokens is …',
    why: 'A token works until it ends, also when its key was revoked meanwhile.',
    mend: 'Use a whole number of seconds from 1 to 900.',
  },
  {
    says: 'this latchkey makes no tokens',
    why: '`tokenHandler` was given a latchkey that was made without `tokens`.',
    mend: 'Give `createLatchkey` what `createMachineTokens` makes.',
  },
] as const satisfies readonly KnownError[]
