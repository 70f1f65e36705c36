import type { RandomSource } from './keys/random-base62.js'
import type { Verification, VerifyRequest } from './latchkey.js'
import type { Settings } from './resolve-options.js'
import type { KeyMemory } from './verification/create-key-memory.js'
import type { KnownKey } from './verification/known-key.js'

/**
 * Access tokens that machines exchange their keys for (RFC 6749 §4.4), and that are checked without the store. Made by
 * `createMachineTokens`, for one latchkey.
 */
export interface MachineTokens {
  /** The key id that a text names which is shaped as such a token; it proves nothing. null: it is none. */
  claimedKeyId(text: string): string | null
  /** Decides by signature and claims alone (RFC 9068 §4). Rejects where the configured keys cannot be used. */
  read(text: string, now: number): Promise<TokenReading>
  /** What the endpoints do, with the latchkey that these tokens were given to. */
  serve(parts: TokenParts): TokenService
}

export interface TokenParts {
  settings: Pick<Settings, 'now' | 'scopes' | 'storeTimeoutMs' | 'report'>
  keys: Pick<KeyMemory, 'find'>
  verify(request: VerifyRequest): Promise<Verification>
  random: RandomSource
}

export type TokenReading =
  | { ok: true; token: ProvedToken }
  /** `key_expired`, `key_revoked`: the token, and its signature was proved. */
  | {
      ok: false
      code: 'invalid_key' | 'key_expired' | 'key_revoked'
      /** What it will be once the clock has come so far, in this process or another: it was made ahead of this one's. */
      early?: ProvedToken | undefined
    }

export interface ProvedToken {
  /** `jti`: its own name, and nobody else's (RFC 7519 §4.1.7). */
  id: string
  /** What the token says of its key: as it was when the token was made. */
  key: KnownKey
  /** Seconds since the epoch. */
  issuedAt: number
  expiresAt: number
}

/** The rules behind the endpoints. A machine proves itself with its key at each of them. */
export interface TokenService {
  /** Who makes the tokens (`iss`). */
  readonly issuer: string
  /** The public halves of the keys that sign, for `jwks.json` (RFC 7517 §5). */
  readonly keySet: TokenKeySet
  /** Every scope that there is. */
  readonly scopes: readonly string[]
  /** Settles once each key was tried. Rejects where one cannot be used: await it at the start, before requests come. */
  ready(): Promise<void>
  /** RFC 6749 §4.4. */
  grant(client: TokenClient, request: TokenRequest): Promise<Grant | TokenRefusal>
  /** RFC 7662. */
  introspect(client: TokenClient, question: TokenQuestion): Promise<Introspection | TokenRefusal>
  /** RFC 7009: also `ok` for what is no token, or no longer one. */
  revoke(client: TokenClient, token: string): Promise<{ ok: true } | TokenRefusal>
}

/** A machine as it presents itself. */
export interface TokenClient {
  /** The id of its key. */
  id: string
  /** The whole key. */
  secret: string
  /** As for `VerifyRequest`. */
  address: string | null
  userAgent: string | null
}

export interface TokenRequest {
  /** null: all that the key holds. */
  scopes: readonly string[] | null
  /** For whom the token is to be (RFC 8707). null: for whom all of them are. */
  resource: string | null
}

export interface Grant {
  ok: true
  accessToken: string
  /** Seconds from now. */
  expiresIn: number
  scopes: readonly string[]
}

export interface TokenQuestion {
  /** An access token, or a key. */
  token: string
  /**
   * From where it was presented; heeded from keys with the `introspectionScope` alone. null: unknown, so what has an
   * allowlist is not active.
   */
  address: string | null
}

export interface Introspection {
  ok: true
  /** Members of RFC 7662 §2.2. null: not active, and nobody learns why. */
  active: Readonly<Record<string, string | number>> | null
}

/** Words of RFC 6749 §5.2, RFC 7009 §2.2.1 and RFC 8707 §2. */
export type TokenError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_scope'
  | 'invalid_target'
  | 'unsupported_grant_type'
  | 'unsupported_token_type'

export type TokenRefusal =
  | { ok: false; error: TokenError; detail: string }
  /** `rate_limited` or `store_unavailable`, for which OAuth has no word. */
  | { ok: false; error: null; refusal: Extract<Verification, { ok: false }> }

export interface TokenKeySet {
  keys: readonly PublicTokenKey[]
}

/** RFC 7517, RFC 7518 §6.2.1. */
export interface PublicTokenKey {
  kty: 'EC'
  crv: 'P-256'
  x: string
  y: string
  kid: string
  alg: 'ES256'
  use: 'sig'
}

/** A private JSON Web Key (RFC 7517), as `generateSigningKey` makes it; without `d` it is public, and only checks. */
export interface SigningKey extends Omit<PublicTokenKey, 'alg' | 'use'> {
  d?: string | undefined
  alg?: 'ES256' | undefined
  use?: 'sig' | undefined
}
