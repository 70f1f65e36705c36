import type { KeyUse } from '../gathering/create-key-uses.js'
import type { VerifiedKey } from '../latchkey.js'
import type { RatePlace } from '../rate-limiter.js'
import type { KeyDigest, VerificationRecord } from '../stored-key.js'

/** What decides about whoever has proved their secret, by whatever proved it. */
export type JudgedRecord = Omit<VerificationRecord, 'digest'>

/**
 * A key's record, and what follows from it: made once, so that a key in memory answers with what is there. One object
 * instead of a record within another: among many keys, each object that a request touches is one to wait for.
 */
export interface KnownKey extends Readonly<JudgedRecord> {
  /** null: something else proves it, such as a token's signature, and no secret does. */
  readonly digest: KeyDigest | null
  /** Frozen through and through (VF-15). */
  readonly identity: VerifiedKey
  /** Where its requests are counted. null: nobody has asked yet. */
  use: KeyUse | null
  /** Up to which change it was last found to be kept: a number of the memory's own. */
  changesSeen: number
  /** Of its own limit. An object by itself: a limiter may be anybody's, and has no business with the record. */
  readonly place: RatePlace
}

export function toKnownKey(record: JudgedRecord, digest: KeyDigest | null): KnownKey {
  const { id, consumerId, name, environment } = record
  const scopes = Object.isFrozen(record.scopes) ? record.scopes : Object.freeze([...record.scopes])
  // Field by field: a spread makes an object that is read more slowly, by a tenth of a whole verification.
  return {
    id,
    consumerId,
    name,
    environment,
    scopes,
    digest,
    revoked: record.revoked,
    disabled: record.disabled,
    seenExpired: record.seenExpired,
    consumerSuspended: record.consumerSuspended,
    endsAtMs: record.endsAtMs,
    ipAllowlist: record.ipAllowlist,
    rateLimit: record.rateLimit,
    lineageId: record.lineageId,
    identity: Object.freeze({ id, consumerId, name, environment, scopes }),
    use: null,
    changesSeen: -1,
    place: { found: null },
  }
}
