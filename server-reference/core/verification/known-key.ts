import type { VerifiedKey } from '../latchkey.js'
import type { VerificationRecord } from '../stored-key.js'

/** A key's record, and the identity that it gives: made once, so that a key in memory answers with what is there. */
export interface KnownKey {
  record: VerificationRecord
  /** Frozen through and through (VF-15). */
  identity: VerifiedKey
}

export function toKnownKey(record: VerificationRecord): KnownKey {
  const { id, consumerId, name, environment } = record
  const scopes = Object.isFrozen(record.scopes) ? record.scopes : Object.freeze([...record.scopes])
  return { record, identity: Object.freeze({ id, consumerId, name, environment, scopes }) }
}
