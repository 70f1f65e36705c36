import type { KeyService, Verification, VerifyRequest } from '../core/latchkey.js'

/**
 * Verifies the key of a request, once, however often it is asked.
 *
 * @param request what is one object for each request, whatever the framework hands out
 */
export type KeyCheck = (request: object, question: KeyQuestion) => Promise<Verification>

export interface KeyQuestion extends Pick<VerifyRequest, 'headers' | 'requiredScopes'> {
  /** Asked only where the key has to be verified. */
  address: () => string | null
}

/**
 * Remembers on the identity of the request (React's `cache` does not memoise in route handlers, and what a proxy stores
 * in AsyncLocalStorage does not reach them). A key that was let in has been charged and is not charged again; a refusal
 * costs nothing, so asking with other scopes may verify anew. Checks of one request run one after another: two at once
 * would both charge.
 */
export function createKeyCheck(latchkey: Pick<KeyService, 'verify'>): KeyCheck {
  const known = new WeakMap<object, Promise<Verification | null>>()

  return (request, { headers, requiredScopes = [], address }) => {
    const before = known.get(request) ?? Promise.resolve(null)
    const verification = before.then((verified) =>
      verified && !isAboutScopes(verified)
        ? withScopes(verified, requiredScopes)
        : latchkey.verify({ headers, requiredScopes, address: address() }),
    )
    known.set(
      request,
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
