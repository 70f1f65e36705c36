import type { Environment } from '../../src/contract/index.js'
import type { VerifiedKey } from '../core/latchkey.js'

/** The machine that makes a request, by its key. Frozen, from the store alone (VF-15). */
export interface MachineIdentity {
  readonly consumerId: string
  readonly keyId: string
  readonly environment: Environment
  readonly scopes: readonly string[]
  /** Whether the key holds this scope. */
  has(question: { scope: string }): boolean
}

export function toMachineIdentity({ id, consumerId, environment, scopes }: VerifiedKey): MachineIdentity {
  const has = ({ scope }: { scope: string }) => scopes.includes(scope)
  return Object.freeze({ consumerId, keyId: id, environment, scopes, has })
}
