import * as v from 'valibot'
import { cidrSchema, environments, keyIdShape } from '../../../src/contract/index.js'
import type { JudgedRecord } from '../verification/known-key.js'

const text = v.pipe(v.string(), v.minLength(1))
const keyId = v.pipe(v.string(), v.regex(keyIdShape))
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** What a token says (RFC 9068 §2.2), beside `iss` and `aud`, which whoever checks the signature compares. */
const claimsSchema = v.object({
  jti: text,
  iat: count,
  exp: count,
  /** There is no person, so it names the client as well (RFC 9068 §2.2). */
  sub: keyId,
  client_id: keyId,
  scope: v.optional(v.string(), ''),
  consumer_id: text,
  key_name: v.string(),
  environment: v.picklist(environments),
  /** Absent: the key replaced none. */
  lineage_id: v.optional(keyId),
  /** Absent: any address. */
  ip_allowlist: v.optional(v.array(cidrSchema), []),
  /** Absent: the server's default. */
  rate_limit: v.optional(v.object({ limit: count, window_seconds: count })),
})

type TokenClaims = v.InferOutput<typeof claimsSchema>

/** Of a signature that was proved. null: another kind of token, signed with the same key. */
export function parseClaims(payload: unknown): TokenClaims | null {
  const parsed = v.safeParse(claimsSchema, payload)
  return parsed.success && parsed.output.sub === parsed.output.client_id ? parsed.output : null
}

/** What the token carries of its key: all that decides about a request, so that it opens no more than the key does. */
export function toClaims(
  record: JudgedRecord,
  scopes: readonly string[],
): Omit<v.InferInput<typeof claimsSchema>, 'jti' | 'iat' | 'exp'> {
  const { id, lineageId, ipAllowlist, rateLimit } = record
  return {
    sub: id,
    client_id: id,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    consumer_id: record.consumerId,
    key_name: record.name,
    environment: record.environment,
    ...(lineageId !== id && { lineage_id: lineageId }),
    ...(ipAllowlist.length > 0 && { ip_allowlist: [...ipAllowlist] }),
    ...(rateLimit && { rate_limit: { limit: rateLimit.limit, window_seconds: rateLimit.windowSeconds } }),
  }
}

/** The key as it was when the token was made. Its end does not matter: the token's is no later, and was checked before. */
export function toRecord(claims: TokenClaims): JudgedRecord {
  const { rate_limit: rate } = claims
  return {
    id: claims.client_id,
    consumerId: claims.consumer_id,
    name: claims.key_name,
    environment: claims.environment,
    scopes: claims.scope === '' ? [] : claims.scope.split(' '),
    ipAllowlist: claims.ip_allowlist,
    rateLimit: rate ? { limit: rate.limit, windowSeconds: rate.window_seconds } : null,
    revoked: false,
    disabled: false,
    endsAtMs: null,
    seenExpired: false,
    consumerSuspended: false,
    lineageId: claims.lineage_id ?? claims.client_id,
  }
}
