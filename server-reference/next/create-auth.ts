import { headers as requestHeaders } from 'next/headers.js'
import type { KeyService } from '../core/latchkey.js'
import { createKeyCheck } from '../http/index.js'
import { AccessRefused, type Refusal } from './access-refused.js'
import type { ClientAddress } from './client-address.js'
import { type Identity, toKeyIdentity, toNobodyIdentity, toPersonIdentity } from './identity.js'
import { keyProtected, type WithKeyAuth } from './key-protected.js'
import { createPersonCheck } from './person-check.js'

export interface AuthOptions {
  /**
   * Reads the caller's address from a header that your own proxy or server writes, never one that the caller
   * could have written. @default unknown, so keys with an allowlist are refused
   */
  clientAddress?: ClientAddress | undefined
}

export interface Auth {
  /**
   * Who makes the current request. Verifies its credential anew and looks at nothing else: no identity header,
   * no path. A key that was sent decides alone. Never rejects for a missing or bad credential; rejects with
   * `AccessRefused` (`store_unavailable`) when the answer cannot be told, which must not look like "nobody".
   */
  auth(): Promise<Identity>
  /** A route handler that runs only for a key with all the scopes, and refuses by itself otherwise. */
  withKeyAuth: WithKeyAuth
}

/** The two ways in which handlers ask who calls, on one memory: a request is verified and charged once. */
export function createAuth(latchkey: KeyService, { clientAddress = () => null }: AuthOptions = {}): Auth {
  const checkOnce = createKeyCheck(latchkey)
  // There is one `headers` object for each request.
  const checkKey = (headers: Headers, requiredScopes: readonly string[] = []) =>
    checkOnce(headers, { headers, requiredScopes, address: () => clientAddress({ headers }) })
  const checkPerson = createPersonCheck(latchkey)

  async function identify(headers: Headers): Promise<Identity> {
    const verification = await checkKey(headers)
    if (verification.ok) return toKeyIdentity(latchkey, verification.key)
    const refused = (refusal: Refusal) => new AccessRefused(latchkey, refusal)
    if (verification.code === 'store_unavailable') throw refused(verification)
    const person = await checkPerson.behind(verification, headers)
    if (person === null) return toNobodyIdentity(() => refused(verification))
    if (person.ok) return toPersonIdentity(latchkey, person.caller.user)
    if (person.code === 'store_unavailable') throw refused({ ok: false, code: person.code })
    return toNobodyIdentity(() => refused(verification))
  }

  return {
    auth: async () => identify(await requestHeaders()),
    withKeyAuth: keyProtected(latchkey, async (scopes) => checkKey(await requestHeaders(), scopes)),
  }
}
