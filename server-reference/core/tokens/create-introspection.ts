import type { TokenQuestion, TokenService } from '../machine-tokens.js'
import type { JudgedRecord } from '../verification/known-key.js'
import { type ClientProof, isHeaderText, unavailable } from './create-client-proof.js'
import type { TokenWorks } from './create-token-service.js'
import { findKey } from './find-key.js'

type Answer = Awaited<ReturnType<TokenService['introspect']>>

/**
 * RFC 7662. Active is what a request would be let in with now: it is asked of the one function that decides (VF-1), as
 * an early look, which charges nothing.
 */
export function createIntrospection(works: TokenWorks, proveClient: ClientProof): TokenService['introspect'] {
  const { verify, read, settings, signatures, introspectionScope } = works

  return async function introspect(client, question) {
    const proof = await proveClient(client)
    if (!proof.ok) return proof
    const caller = proof.known
    const mayAskAll = introspectionScope !== null && caller.scopes.includes(introspectionScope)
    // Whoever may say from where something came can have failures counted against any address.
    const address = mayAskAll ? question.address : null
    const headers = toHeaders(question)
    if (headers === null) return inactive
    const verification = await verify({ headers, address, charge: false })
    if (!verification.ok) return verification.code === 'store_unavailable' ? unavailable : inactive
    const { id, consumerId } = verification.key
    // Who finds somebody else's token has no business to learn whose it is (RFC 7662 §2.2).
    return mayAskAll || caller.consumerId === consumerId ? describe(question.token, id) : inactive
  }

  async function describe(token: string, keyId: string): Promise<Answer> {
    if (signatures.claimedKeyId(token) === null) {
      const known = await findKey(works, keyId)
      if (known === 'unavailable') return unavailable
      return known ? { ok: true, active: toMembers(known) } : inactive
    }
    const reading = await read(token, settings.now())
    if (!reading.ok) return inactive
    const { id, key, issuedAt, expiresAt } = reading.token
    const { issuer, audience } = works
    return {
      ok: true,
      active: {
        ...toMembers(key),
        iss: issuer,
        aud: audience,
        iat: issuedAt,
        exp: expiresAt,
        jti: id,
      },
    }
  }
}

const inactive: Answer = { ok: true, active: null }

function toMembers({ id, scopes, consumerId, endsAtMs }: JudgedRecord): Record<string, string | number> {
  return {
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    client_id: id,
    sub: id,
    token_type: 'Bearer',
    consumer_id: consumerId,
    ...(endsAtMs !== null && { exp: Math.floor(endsAtMs / 1000) }),
  }
}

/** null: no header could carry it, so no request ever was. */
function toHeaders({ token }: TokenQuestion): Headers | null {
  return isHeaderText(token) ? new Headers({ Authorization: `Bearer ${token}` }) : null
}
