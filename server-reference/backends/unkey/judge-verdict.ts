import * as v from 'valibot'
import type { RateState, Refusal, Verification, VerifyRequest } from '../../core/latchkey.js'
import { judgeRecord } from '../../core/verification/judge-record.js'
import { refuse } from '../../core/verification/refuse.js'
import type { OwnMeta } from './own-meta.js'
import { rateLimitName } from './unkey-key.js'

/**
 * What is revoked comes first, and then the contract's order, however Unkey ordered its own checks.
 * @param own null: it cannot be read
 */
export function judgeVerdict(
  verdict: Verdict,
  own: OwnMeta | null,
  { address, requiredScopes = [] }: VerifyRequest,
  now: number,
): Verification {
  const { keyId, code, enabled = true, expires, permissions = [] } = verdict
  const consumerId = verdict.identity?.externalId
  if (code === 'NOT_FOUND' || !keyId || !consumerId) return refuse.invalid_key
  const judged = judgeRecord(
    {
      revoked: own?.revokedAt !== undefined,
      disabled: !enabled || own === null,
      endsAtMs: expires || null,
      seenExpired: false,
      consumerSuspended: false,
      ipAllowlist: own?.ipAllowlist ?? [],
      scopes: permissions,
    },
    { now, address, requiredScopes },
  )
  if (judged === 'insufficient_scope') return { ok: false, code: judged, requiredScopes }
  if (judged !== null) return { ok: false, code: judged }
  const rate = toRateState(verdict, now)
  if (code === 'VALID' && verdict.valid) {
    const scopes = Object.freeze([...permissions])
    const name = verdict.name || keyId
    return {
      ok: true,
      key: Object.freeze({ id: keyId, consumerId, name, environment: 'live', scopes }),
      rate,
    }
  }
  return toRefusal(code, requiredScopes, rate)
}

/** Whatever is not known here is a no. */
function toRefusal(code: string, requiredScopes: readonly string[], rate: RateState | null): Refusal {
  switch (code) {
    case 'DISABLED':
      return { ok: false, code: 'key_disabled' }
    case 'EXPIRED':
      return { ok: false, code: 'key_expired' }
    case 'FORBIDDEN':
      return { ok: false, code: 'ip_not_allowed' }
    case 'INSUFFICIENT_PERMISSIONS':
      return { ok: false, code: 'insufficient_scope', requiredScopes }
    case 'RATE_LIMITED':
      return {
        ok: false,
        code: 'rate_limited',
        retryAfterSeconds: Math.max(1, rate?.retryAfterSeconds ?? 1),
        ...(rate && { rate }),
      }
    case 'USAGE_EXCEEDED':
      // Unkey does not say when credits are refilled.
      return { ok: false, code: 'rate_limited', retryAfterSeconds: 60 }
    default:
      return refuse.invalid_key
  }
}

/** The limit that refused, or the key's own. null: it has none. */
function toRateState({ ratelimits = [] }: Verdict, now: number): RateState | null {
  const told =
    ratelimits.find(({ exceeded }) => exceeded) ?? ratelimits.find(({ name }) => name === rateLimitName)
  if (!told) return null
  const resetSeconds = Math.max(0, Math.ceil((told.reset - now) / 1000))
  return {
    policy: 'key',
    limit: told.limit,
    windowSeconds: Math.max(1, Math.round(told.duration / 1000)),
    allowed: !told.exceeded,
    remaining: told.remaining,
    resetSeconds,
    retryAfterSeconds: told.exceeded ? Math.max(1, resetSeconds) : 0,
  }
}

/** What `keys.verifyKey` answers, as far as it is looked at. */
export const verdictSchema = v.object({
  valid: v.boolean(),
  code: v.string(),
  keyId: v.optional(v.string()),
  name: v.optional(v.string()),
  enabled: v.optional(v.boolean()),
  expires: v.optional(v.number()),
  permissions: v.optional(v.array(v.string())),
  meta: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
  identity: v.optional(v.object({ externalId: v.string() })),
  ratelimits: v.optional(
    v.array(
      v.object({
        name: v.string(),
        limit: v.number(),
        duration: v.number(),
        /** Milliseconds since the epoch. */
        reset: v.number(),
        remaining: v.number(),
        exceeded: v.boolean(),
      }),
    ),
  ),
})

export type Verdict = v.InferOutput<typeof verdictSchema>
