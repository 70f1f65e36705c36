import { codeOfStatus } from '../code-of-status.js'
import { type ClientErrorCode, LatchkeyError } from '../latchkey-error.js'
import { propertyOf } from '../property-of.js'

/**
 * What Better Auth answered in place of data, as an error of the contract. Its words for a field go under that field;
 * all else is told by the code alone.
 */
export function toBetterAuthError(error: unknown, retryAfterSeconds: number | undefined): LatchkeyError {
  const status = propertyOf(error, 'status')
  const stated = propertyOf(error, 'code')
  const message = propertyOf(error, 'message')
  const field = typeof stated === 'string' ? fieldNames[stated] : undefined
  const code = codeOf(typeof status === 'number' ? status : 0, field !== undefined, stated)
  return new LatchkeyError(code, `Latchkey: Better Auth refused this (${code}).`, {
    retryAfterSeconds,
    ...(typeof status === 'number' && { status }),
    ...(field !== undefined && typeof message === 'string' && { fields: { [field]: message } }),
  })
}

function codeOf(status: number, isAboutField: boolean, stated: unknown): ClientErrorCode {
  if (isAboutField || stated === 'VALIDATION_ERROR') return 'validation_failed'
  if (stated === 'SESSION_NOT_FRESH') return 'reauthentication_required'
  return status === 400 ? 'bad_request' : codeOfStatus(status)
}

const fieldNames: Readonly<Record<string, string>> = {
  INVALID_NAME_LENGTH: 'name',
  NAME_REQUIRED: 'name',
  EXPIRES_IN_IS_TOO_SMALL: 'expiresAt',
  EXPIRES_IN_IS_TOO_LARGE: 'expiresAt',
  KEY_DISABLED_EXPIRATION: 'expiresAt',
}
