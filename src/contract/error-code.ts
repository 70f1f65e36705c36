interface ErrorEntry {
  /** HTTP status. */
  status: number
  title: string
  /** What a stranger may be told. */
  detail: string
}

/**
 * Every code. Apart from the table, so that a browser, which needs to know the codes, need not carry the words.
 */
export const errorCodes = [
  'missing_credential',
  'invalid_key',
  'key_revoked',
  'key_expired',
  'key_disabled',
  'consumer_suspended',
  'multiple_credentials',
  'insufficient_scope',
  'ip_not_allowed',
  'rate_limited',
  'store_unavailable',
  'unauthenticated',
  'reauthentication_required',
  'forbidden',
  'not_found',
  'name_taken',
  'key_limit_reached',
  'key_not_rotatable',
  'key_not_updatable',
  'version_required',
  'version_conflict',
  'validation_failed',
  'idempotency_conflict',
  'idempotency_mismatch',
  'bad_request',
  'payload_too_large',
  'unsupported_media_type',
  'method_not_allowed',
  'internal_error',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** The one table from code to status and words. Nobody else writes a status. */
export const errors = {
  missing_credential: {
    status: 401,
    title: 'No API key',
    detail: 'Send a key in the Authorization header: "Authorization: Bearer <key>".',
  },
  invalid_key: { status: 401, title: 'Invalid API key', detail: 'The API key is not valid.' },
  key_revoked: {
    status: 401,
    title: 'API key revoked',
    detail: 'This API key, or the token that it was exchanged for, was revoked. Use another one.',
  },
  key_expired: {
    status: 401,
    title: 'API key expired',
    detail: 'This API key, or the token that it was exchanged for, has expired. Get a new one.',
  },
  key_disabled: {
    status: 401,
    title: 'API key disabled',
    detail: 'This API key is disabled. Enable it to use it again.',
  },
  consumer_suspended: {
    status: 401,
    title: 'Consumer suspended',
    detail: 'The consumer that this API key speaks for is suspended.',
  },
  multiple_credentials: {
    status: 400,
    title: 'More than one credential',
    detail: 'Send exactly one API key in one header.',
  },
  insufficient_scope: {
    status: 403,
    title: 'Insufficient scope',
    detail: 'This API key lacks a scope that the request needs.',
  },
  ip_not_allowed: {
    status: 403,
    title: 'Address not allowed',
    detail: 'This API key may not be used from this address.',
  },
  rate_limited: {
    status: 429,
    title: 'Too many requests',
    detail: 'Wait for the time in Retry-After, then try again.',
  },
  store_unavailable: {
    status: 503,
    title: 'Temporarily unavailable',
    detail: 'Keys cannot be checked right now. Wait for the time in Retry-After, then try again.',
  },
  unauthenticated: { status: 401, title: 'Not signed in', detail: 'Sign in to manage API keys.' },
  reauthentication_required: {
    status: 403,
    title: 'Sign in again',
    detail: 'This needs a sign-in that was just made. Sign in again, then repeat it.',
  },
  forbidden: { status: 403, title: 'Not allowed', detail: 'You may not do this.' },
  not_found: { status: 404, title: 'Not found', detail: 'There is no such API key.' },
  name_taken: {
    status: 409,
    title: 'Name taken',
    detail: 'Another key that is not revoked has this name. Choose a different name.',
  },
  key_limit_reached: {
    status: 409,
    title: 'Key limit reached',
    detail: 'The number of keys is at its limit. Revoke a key to create another.',
  },
  key_not_rotatable: {
    status: 409,
    title: 'Key cannot be rotated',
    detail:
      'Only a working key without a successor, and with no overlap before it, can be rotated. End the earlier overlap first, or create a new key.',
  },
  key_not_updatable: {
    status: 409,
    title: 'Key cannot be changed',
    detail: 'A revoked key stays revoked, and an expired one stays expired. Create a new key.',
  },
  version_required: {
    status: 428,
    title: 'Version required',
    detail: 'Send the version that you read as If-Match, so that nobody is overwritten by accident.',
  },
  version_conflict: {
    status: 412,
    title: 'Changed meanwhile',
    detail: 'The key was changed since you read it. Read it again, then repeat the change.',
  },
  validation_failed: { status: 422, title: 'Invalid input', detail: 'Correct the fields that are named.' },
  idempotency_conflict: {
    status: 409,
    title: 'Still running',
    detail: 'The first request with this Idempotency-Key is still running. Try again in a moment.',
  },
  idempotency_mismatch: {
    status: 422,
    title: 'Idempotency-Key used before',
    detail: 'This Idempotency-Key was used with another request. Send a new one.',
  },
  bad_request: { status: 400, title: 'Bad request', detail: 'The request could not be read.' },
  payload_too_large: { status: 413, title: 'Body too large', detail: 'Send at most 16 KiB.' },
  unsupported_media_type: {
    status: 415,
    title: 'Unsupported media type',
    detail: 'Send JSON in UTF-8 with Content-Type: application/json and no Content-Encoding.',
  },
  method_not_allowed: { status: 405, title: 'Method not allowed', detail: 'Use a method that Allow names.' },
  internal_error: { status: 500, title: 'Internal error', detail: 'Something went wrong on the server.' },
} as const satisfies Record<ErrorCode, ErrorEntry>

/** What verification may answer a machine. */
export const refusalCodes = [
  'missing_credential',
  'invalid_key',
  'key_revoked',
  'key_expired',
  'key_disabled',
  'consumer_suspended',
  'multiple_credentials',
  'insufficient_scope',
  'ip_not_allowed',
  'rate_limited',
  'store_unavailable',
] as const satisfies readonly ErrorCode[]

export type RefusalCode = (typeof refusalCodes)[number]

export function isErrorCode(text: string): text is ErrorCode {
  return errorCodes.some((code) => code === text)
}
