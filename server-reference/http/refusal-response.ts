import { errors, type RefusalCode } from '../../src/contract/index.js'
import type { KeyService, Verification } from '../core/latchkey.js'
import { problemResponse } from './problem-response.js'
import { rateLimitHeaders } from './rate-limit-headers.js'
import { toFieldString } from './structured-field.js'

type Refusal = Extract<Verification, { ok: false }>

/** A `Latchkey` fits as it is. */
export interface Challenger extends Pick<KeyService, 'realm'> {
  /** Then `Vary` names `X-API-Key` too. @default false */
  acceptsApiKeyHeader?: boolean | undefined
}

/** RFC 6750 §3.1. Absent: no credential was sent, or the challenge would not help. */
const bearerErrors: Partial<Record<RefusalCode, string>> = {
  invalid_key: 'invalid_token',
  key_revoked: 'invalid_token',
  key_expired: 'invalid_token',
  key_disabled: 'invalid_token',
  consumer_suspended: 'invalid_token',
  multiple_credentials: 'invalid_request',
  insufficient_scope: 'insufficient_scope',
}

/** What a machine is told when its key does not open the door (RFC 6750 §3, RFC 9110 §15.5.2). */
export function refusalResponse(refusal: Refusal, challenger: Challenger): Response {
  const { code, rate } = refusal
  const limited = code === 'rate_limited' && rate !== undefined
  return problemResponse(code, {
    requiredScopes: refusal.requiredScopes && [...refusal.requiredScopes],
    'violated-policies': limited ? [rate.policy] : undefined,
    retryAfterSeconds: waitSeconds(refusal),
    realm: challenger.realm,
    headers: {
      Vary: challenger.acceptsApiKeyHeader ? 'Authorization, X-API-Key' : 'Authorization',
      ...challenge(refusal, challenger.realm),
      ...(limited && rateLimitHeaders({ ...rate, allowed: false })),
    },
  })
}

function challenge({ code, requiredScopes }: Refusal, realm: string): Record<string, string> {
  const error = bearerErrors[code]
  if (!error) return {}
  const parameters = [
    `realm=${toFieldString(realm)}`,
    `error="${error}"`,
    `error_description="${describable(errors[code].detail)}"`,
    ...(requiredScopes?.length ? [`scope="${requiredScopes.map(describable).join(' ')}"`] : []),
  ]
  return { 'WWW-Authenticate': `Bearer ${parameters.join(', ')}` }
}

/** RFC 6750 §3 allows only %x20-21, %x23-5B and %x5D-7E here. The text is the table's, never the caller's. */
function describable(text: string): string {
  return text.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '')
}

function waitSeconds({ retryAfterSeconds, rate }: Refusal): number {
  return Math.max(1, Math.ceil(Math.max(retryAfterSeconds ?? 0, rate?.retryAfterSeconds ?? 0)))
}
