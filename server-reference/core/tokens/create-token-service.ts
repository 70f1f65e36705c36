import type { MachineTokens, SigningKey, TokenParts, TokenService } from '../machine-tokens.js'
import { createClientProof } from './create-client-proof.js'
import type { DeniedTokens } from './create-denied-tokens.js'
import { createGrant } from './create-grant.js'
import { createIntrospection } from './create-introspection.js'
import { createRevocation } from './create-revocation.js'
import type { Signatures } from './create-signatures.js'
import { toPublicKey } from './parse-signing-keys.js'

/** A latchkey's parts, and what its tokens are. */
export interface TokenWorks extends TokenParts, Pick<MachineTokens, 'read'> {
  issuer: string
  audience: string
  lifetimeSeconds: number
  /** null: nobody asks about others. */
  introspectionScope: string | null
  signingKeys: readonly SigningKey[]
  signatures: Signatures
  denied: DeniedTokens
}

export function createTokenService(works: TokenWorks): TokenService {
  const proveClient = createClientProof(works)
  return {
    issuer: works.issuer,
    keySet: { keys: works.signingKeys.map(toPublicKey) },
    scopes: works.settings.scopes.map(({ name }) => name),
    ready: works.signatures.ready,
    grant: createGrant(works, proveClient),
    introspect: createIntrospection(works, proveClient),
    revoke: createRevocation(works, proveClient),
  }
}
