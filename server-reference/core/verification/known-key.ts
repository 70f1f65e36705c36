import type { KeyUse } from '../gathering/create-key-uses.js'
import type { VerifiedKey } from '../latchkey.js'
import type { RatePlace } from '../rate-limiter.js'
import type { VerificationRecord } from '../stored-key.js'

/** What decides about whoever has proved their secret, by whatever proved it. */
export type JudgedRecord = Omit<VerificationRecord, 'digest'>

/** A key's record, and what follows from it: made once, so that a key in memory answers with what is there. */
export interface KnownKey<Of extends JudgedRecord = VerificationRecord> {
  readonly record: Of
  /** Frozen through and through (VF-15). */
  readonly identity: VerifiedKey
  /** Where its requests are counted. null: nobody has asked yet. */
  use: KeyUse | null
  /** Up to which change it was last found to be kept: a number of the memory's own. */
  changesSeen: number
  /** Of its own limit. An object by itself: a limiter may be anybody's, and has no business with the record. */
  readonly place: RatePlace
}

export function toKnownKey<Of extends JudgedRecord>(record: Of): KnownKey<Of> {
  const { id, consumerId, name, environment } = record
  const scopes = Object.isFrozen(record.scopes) ? record.scopes : Object.freeze([...record.scopes])
  const identity = Object.freeze({ id, consumerId, name, environment, scopes })
  return { record, identity, use: null, changesSeen: -1, place: { found: null } }
}
