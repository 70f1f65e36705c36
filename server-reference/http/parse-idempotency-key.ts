import { parseFieldString } from './structured-field.js'

const maxLength = 255

export type IdempotencyKey = { ok: true; idempotencyKey: string | null } | { ok: false; code: 'bad_request' }

/** Bare as most clients send it, or quoted as draft-ietf-httpapi-idempotency-key-header-07 §2.1 has it. */
export function parseIdempotencyKey(field: string | null): IdempotencyKey {
  if (field === null) return { ok: true, idempotencyKey: null }
  const text = field.startsWith('"') ? parseFieldString(field) : bareText(field)
  if (text === null || text.length === 0 || text.length > maxLength) return { ok: false, code: 'bad_request' }
  return { ok: true, idempotencyKey: text }
}

function bareText(field: string): string | null {
  return /^[\x21\x23-\x7e]+$/.test(field) ? field : null
}
