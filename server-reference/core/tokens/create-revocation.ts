import { parseKey } from '../../../src/contract/index.js'
import type { TokenService } from '../machine-tokens.js'
import { type ClientProof, unavailable } from './create-client-proof.js'
import type { TokenWorks } from './create-token-service.js'

/**
 * RFC 7009, as far as a token that nobody asks a store about can be revoked: this process refuses it from now on, and
 * other processes until it ends by itself. To shut a machine out everywhere, its key is revoked.
 */
export function createRevocation(works: TokenWorks, proveClient: ClientProof): TokenService['revoke'] {
  const { read, denied, settings } = works

  return async function revoke(client, token) {
    const proof = await proveClient(client)
    if (!proof.ok) return proof
    // "Done" would be a lie: a key is revoked by a person, or by the app's own code. An imported one has no shape.
    if (token === client.secret || parseKey(token).ok)
      return { ok: false, error: 'unsupported_token_type', detail: isKey }
    const now = settings.now()
    const reading = await read(token, now)
    // One that works later is shut out now: its client was told that it is over.
    const revocable = reading.ok ? reading.token : reading.early
    if (!revocable) return { ok: true }
    const { id, key, expiresAt } = revocable
    if (key.id !== client.id) return { ok: false, error: 'invalid_request', detail: isOthers }
    if (denied.add(id, expiresAt, now)) return { ok: true }
    // The token still works, and the client may try again (RFC 7009 §2.2.1).
    return unavailable
  }
}

const isKey = 'This is a key. Keys are revoked where they are managed.'
const isOthers = 'The token was made for another client.'
