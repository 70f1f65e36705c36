import type { Environment } from '../../src/contract/index.js'
import type { KeyService, VerifiedKey } from '../core/latchkey.js'
import type { SessionOrganization, SessionUser } from '../core/session-provider.js'
import { toMachineIdentity } from '../http/index.js'
import { AccessRefused } from './access-refused.js'

/** Who makes a request: a machine with its key, a person with a session, or nobody. Frozen. */
export type Identity = KeyIdentity | PersonIdentity | NobodyIdentity

export interface KeyIdentity extends Verbs {
  readonly consumerId: string
  readonly keyId: string
  readonly environment: Environment
  readonly scopes: readonly string[]
  readonly userId: null
  readonly sessionId: null
  readonly organization: null
}

export interface PersonIdentity extends Verbs {
  readonly userId: string
  /** null where the sign-in has no session ids. */
  readonly sessionId: string | null
  /** What the person acts for. null: themselves, or the sign-in knows no organisations. */
  readonly organization: Readonly<SessionOrganization> | null
  readonly consumerId: null
  readonly keyId: null
  readonly environment: null
  /** Empty: scopes belong to keys. */
  readonly scopes: readonly string[]
}

export interface NobodyIdentity extends Verbs {
  readonly userId: null
  readonly sessionId: null
  readonly organization: null
  readonly consumerId: null
  readonly keyId: null
  readonly environment: null
  readonly scopes: readonly string[]
}

interface Verbs {
  /** Whether a key makes the request that holds this scope. */
  has(question: { scope: string }): boolean
  /**
   * The machine that makes the request. Throws `AccessRefused` unless a key makes it that holds all these
   * scopes, so that a result that nobody looks at still stops the handler.
   *
   * @param requirement.scopes @default [] (any key that works)
   */
  protect(requirement?: { scopes?: readonly string[] | undefined }): KeyIdentity
}

export function toKeyIdentity(latchkey: KeyService, key: VerifiedKey): KeyIdentity {
  const identity: KeyIdentity = Object.freeze({
    ...toMachineIdentity(key),
    userId: null,
    sessionId: null,
    organization: null,
    protect: ({ scopes = [] }: { scopes?: readonly string[] | undefined } = {}) => {
      if (scopes.every((scope) => key.scopes.includes(scope))) return identity
      throw new AccessRefused(latchkey, { ok: false, code: 'insufficient_scope', requiredScopes: scopes })
    },
  })
  return identity
}

export function toPersonIdentity(latchkey: KeyService, user: SessionUser): PersonIdentity {
  const refuse = () => {
    throw new AccessRefused(latchkey, { ok: false, code: 'missing_credential' })
  }
  return Object.freeze({
    ...nobody,
    userId: user.id,
    sessionId: user.sessionId,
    organization: user.organization ? Object.freeze({ ...user.organization }) : null,
    protect: refuse,
  })
}

/** @param refused why a key that was sent is not taken */
export function toNobodyIdentity(refused: () => AccessRefused): NobodyIdentity {
  return Object.freeze({
    ...nobody,
    userId: null,
    sessionId: null,
    organization: null,
    protect: () => {
      throw refused()
    },
  })
}

const nobody = {
  consumerId: null,
  keyId: null,
  environment: null,
  scopes: Object.freeze([]),
  has: () => false,
} as const
