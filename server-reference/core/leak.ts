import type { ApiKey } from '../../src/contract/index.js'

/** A key that was found where everybody can read it. */
export interface Leak {
  /** The whole key, of which only its digest leaves this process. */
  secret: string
  /** Where it was found. null: not said. @default null */
  url?: string | null | undefined
  /** What it was found in, such as `commit`. null: not said. @default null */
  source?: string | null | undefined
}

/**
 * What becomes of a key that was found in public. `flag`: it works on, and whoever answers for it is told. `revoke`: it is
 * revoked, with the reason `leaked`. @default flag for live keys, revoke for test keys
 */
export type LeakPolicy = LeakAction | ((key: ApiKey) => LeakAction)

export type LeakAction = 'flag' | 'revoke'

export type LeakOutcome =
  /** No key of this server: a typo, or somebody else's. */
  | { status: 'unknown' }
  /** `known`: it had been revoked before, or was flagged today, and nobody is told again. */
  | { status: 'flagged' | 'revoked' | 'known'; keyId: string }
