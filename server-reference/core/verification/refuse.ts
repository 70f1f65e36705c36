import type { RateState, Verification } from '../latchkey.js'

/** Refusals that are the same for everybody, made once: equal answers cannot differ in anything. */
export const refuse = {
  missing_credential: Object.freeze({ ok: false, code: 'missing_credential' }),
  multiple_credentials: Object.freeze({ ok: false, code: 'multiple_credentials' }),
  invalid_key: Object.freeze({ ok: false, code: 'invalid_key' }),
  key_expired: Object.freeze({ ok: false, code: 'key_expired' }),
  key_revoked: Object.freeze({ ok: false, code: 'key_revoked' }),
  store_unavailable: Object.freeze({ ok: false, code: 'store_unavailable', retryAfterSeconds: 1 }),
} as const satisfies Record<string, Verification>

export function refuseForRate(rate: RateState): Verification {
  const retryAfterSeconds = Math.max(1, rate.retryAfterSeconds)
  return Object.freeze({ ok: false, code: 'rate_limited', retryAfterSeconds, rate })
}
