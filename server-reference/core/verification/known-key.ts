import type { KeyUse } from '../gathering/create-key-uses.js'
import type { VerifiedKey } from '../latchkey.js'
import type { RatePlace } from '../rate-limiter.js'
import type { VerificationRecord } from '../stored-key.js'

/**
 * A key's record, and what follows from it: made once, so that a key in memory answers with what is there. It is also
 * the place of its own limit.
 */
export interface KnownKey extends RatePlace {
  readonly record: VerificationRecord
  /** Frozen through and through (VF-15). */
  readonly identity: VerifiedKey
  /** Where its requests are counted. null: nobody has asked yet. */
  use: KeyUse | null
}

export function toKnownKey(record: VerificationRecord): KnownKey {
  const { id, consumerId, name, environment } = record
  const scopes = Object.isFrozen(record.scopes) ? record.scopes : Object.freeze([...record.scopes])
  const identity = Object.freeze({ id, consumerId, name, environment, scopes })
  return { record, identity, use: null, found: null }
}
