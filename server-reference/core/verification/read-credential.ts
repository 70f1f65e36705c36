import type { RefusalCode } from '../../../src/contract/index.js'

export type Credential =
  | { ok: true; secret: string }
  | { ok: false; code: Extract<RefusalCode, 'missing_credential' | 'multiple_credentials'> }

const missing = { ok: false, code: 'missing_credential' } as const
const multiple = { ok: false, code: 'multiple_credentials' } as const

/**
 * The one credential of a request, as it was sent. `Authorization: Bearer`, the scheme in any case and exactly one
 * space (RFC 6750 §2.1, RFC 9110 §11.4), or `X-API-Key` where the server accepts it. Everything else, such as
 * another scheme, a query or a cookie, is not looked at (HT-1 to HT-4).
 */
export function readCredential(headers: Headers, acceptApiKeyHeader: boolean): Credential {
  const bearer = readBearer(headers.get('authorization'))
  if (!acceptApiKeyHeader) return bearer
  const alias = headers.get('x-api-key')
  if (alias === null || alias === '') return bearer
  // `Headers` joins repeated fields with a comma, which no key contains.
  if (bearer !== missing || alias.includes(',')) return multiple
  return { ok: true, secret: alias }
}

function readBearer(field: string | null): Credential {
  if (field === null) return missing
  if (field.includes(',')) return field.split(',').some(isBearer) ? multiple : missing
  return isBearer(field) ? { ok: true, secret: field.slice(scheme.length) } : missing
}

const scheme = 'bearer '

function isBearer(field: string): boolean {
  // As nearly everybody writes it.
  if (field.startsWith('Bearer ')) return true
  return field.trimStart().slice(0, scheme.length).toLowerCase() === scheme
}
