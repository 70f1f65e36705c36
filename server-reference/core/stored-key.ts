import type { ApiKey, Environment, RateLimit } from '../../src/contract/index.js'

/** What is kept instead of the secret. */
export interface KeyDigest {
  /** `sha256`: of the whole key. `hmac-sha256`: keyed with a pepper, over that SHA-256 (32 bytes). */
  algorithm: 'sha256' | 'hmac-sha256'
  /** Which pepper; null for `sha256`. */
  pepperId: string | null
  /** 64 lower-case hexadecimal digits. */
  value: string
}

/** A key's record as a store keeps it. */
export interface StoredKey extends ApiKey {
  digest: KeyDigest
}

/** The one row that a verification reads: what decides, and nothing else. */
export interface VerificationRecord {
  id: string
  consumerId: string
  name: string
  environment: Environment
  scopes: readonly string[]
  ipAllowlist: readonly string[]
  /** null: the server's default. */
  rateLimit: RateLimit | null
  digest: KeyDigest
  revoked: boolean
  disabled: boolean
  /** Expiry or end of overlap, whichever comes first, in milliseconds since the epoch. null: never. */
  endsAtMs: number | null
  /** It was refused as expired before, and stays so whatever the clock says (OP-12), until somebody lets it last longer. */
  seenExpired: boolean
  consumerSuspended: boolean
  /** The first key of its line of rotations, with which it shares its limits (MG-11); its own id where it is that. */
  lineageId: string
}
