import type { TokenQuestion, TokenService } from '../machine-tokens.js'
import type { JudgedRecord } from '../verification/known-key.js'
import { type ClientProof, isHeaderText } from './create-client-proof.js'
import type { TokenWorks } from './create-token-service.js'

type Answer = Awaited<ReturnType<TokenService['introspect']>>

/**
 * RFC 7662. Active is what a request would be let in with now: it is asked of the one function that decides (VF-1), as
 * an early look, which charges nothing.
 */
export function createIntrospection(works: TokenWorks, proveClient: ClientProof): TokenService['introspect'] {
  const { verify, keys, read, settings, signatures, introspectionScope } = works

  return async function introspect(client, question) {
    const proof = await proveClient(client)
    if (!proof.ok) return proof
    const headers = toHeaders(question)
    if (headers === null) return inactive
    const verification = await verify({ headers, address: question.address, charge: false })
    if (!verification.ok) {
      const isUnknown = verification.code === 'store_unavailable'
      return isUnknown ? { ok: false, error: null, refusal: verification } : inactive
    }
    const { key } = verification
    return mayAsk(proof.known.record, key.consumerId) ? describe(question.token, key.id) : inactive
  }

  /** Who finds somebody else's token has no business to learn whose it is (RFC 7662 §2.2). */
  function mayAsk(caller: JudgedRecord, consumerId: string): boolean {
    if (caller.consumerId === consumerId) return true
    return introspectionScope !== null && caller.scopes.includes(introspectionScope)
  }

  async function describe(token: string, keyId: string): Promise<Answer> {
    if (signatures.claimedKeyId(token) === null) {
      const known = await keys.find(keyId)
      return known ? { ok: true, active: toMembers(known.record) } : inactive
    }
    const reading = await read(token, settings.now())
    if (!reading.ok) return inactive
    const { id, key, issuedAt, expiresAt } = reading.token
    const { issuer, audience } = works
    return {
      ok: true,
      active: {
        ...toMembers(key.record),
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
