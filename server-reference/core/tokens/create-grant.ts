import { randomBase62 } from '../keys/random-base62.js'
import type { TokenService } from '../machine-tokens.js'
import { type ClientProof, refuseClient } from './create-client-proof.js'
import type { TokenWorks } from './create-token-service.js'
import { toClaims } from './token-claims.js'

/** 131 bits: nobody has it twice. */
const idLength = 22

/** RFC 6749 §4.4: a token for a key, which opens no more than the key does, and no longer. */
export function createGrant(works: TokenWorks, proveClient: ClientProof): TokenService['grant'] {
  const { audience, lifetimeSeconds, signatures, settings, random } = works

  return async function grant(client, { scopes, resource }) {
    if (resource !== null && resource !== audience) {
      return { ok: false, error: 'invalid_target', detail: 'Tokens are made for another resource.' }
    }
    const proof = await proveClient(client, scopes ?? [])
    if (!proof.ok) return proof
    const record = proof.known
    const granted = [...new Set(scopes ?? record.scopes)]
    const issuedAt = Math.floor(settings.now() / 1000)
    const ownEnd = record.endsAtMs === null ? Number.POSITIVE_INFINITY : Math.floor(record.endsAtMs / 1000)
    const expiresAt = Math.min(issuedAt + lifetimeSeconds, ownEnd)
    // The key ends within this second, and a token counts in whole ones.
    if (expiresAt <= issuedAt) return refuseClient('key_expired')
    const accessToken = await signatures.sign({
      ...toClaims(record, granted),
      jti: randomBase62(idLength, random),
      iat: issuedAt,
      exp: expiresAt,
    })
    if (accessToken === null) return { ok: false, error: 'invalid_scope', detail: tooLong }
    return { ok: true, accessToken, expiresIn: expiresAt - issuedAt, scopes: granted }
  }
}

const tooLong = 'The token would be too long for a header. Ask for fewer scopes.'
