import type { Latchkey, Verification } from '../core/latchkey.js'

/** Reads the caller's address from a request's headers. null: unknown, which a key's allowlist refuses. */
export type ClientAddress = (request: { headers: Headers }) => string | null

/** Verifies the key of a request, once, however often it is asked. */
export type KeyCheck = (headers: Headers, requiredScopes?: readonly string[]) => Promise<Verification>

/**
 * Remembers on the identity of the `headers` object, which is one per request (React's `cache` does not
 * memoise in route handlers, and what a proxy stores in AsyncLocalStorage does not reach them). A key that was
 * let in has been charged and is not charged again; a refusal costs nothing, so asking with other scopes may
 * verify anew. Checks of one request run one after another: two at once would both charge.
 */
export function createKeyCheck(latchkey: Latchkey, clientAddress: ClientAddress): KeyCheck {
  const known = new WeakMap<Headers, Promise<Verification | null>>()

  return (headers, requiredScopes = []) => {
    const before = known.get(headers) ?? Promise.resolve(null)
    const verification = before.then((verified) =>
      verified && !isAboutScopes(verified)
        ? withScopes(verified, requiredScopes)
        : latchkey.verify({ headers, requiredScopes, address: clientAddress({ headers }) }),
    )
    known.set(
      headers,
      // Whoever asked is told of a failure by `verification`; nobody waits for this one.
      Promise.all([before, verification]).then(
        ([earlier, latest]) => (earlier && !isAboutScopes(earlier) ? earlier : latest),
        () => before,
      ),
    )
    return verification
  }
}

function isAboutScopes(verification: Verification): boolean {
  return !verification.ok && verification.code === 'insufficient_scope'
}

function withScopes(verification: Verification, requiredScopes: readonly string[]): Verification {
  if (!verification.ok) return verification
  const { scopes } = verification.key
  if (requiredScopes.every((scope) => scopes.includes(scope))) return verification
  return { ok: false, code: 'insufficient_scope', requiredScopes }
}
