import { codeOfStatus } from '../code-of-status.js'
import { type ClientErrorCode, LatchkeyError } from '../latchkey-error.js'
import { propertyOf } from '../property-of.js'

/**
 * What Clerk's client threw, as an error of the contract. Its words for a field go under that field; all else is told by
 * the code alone, because a message of Clerk's can hold an address.
 *
 * @param wasOffline whether the browser had no network before anything was sent
 */
export function toClerkError(thrown: unknown, wasOffline: boolean): LatchkeyError {
  if (thrown instanceof LatchkeyError) return thrown
  const status = propertyOf(thrown, 'status')
  const errors = propertyOf(thrown, 'errors')
  const [first] = Array.isArray(errors) ? errors : []
  const stated = propertyOf(first ?? thrown, 'code')
  if (typeof status !== 'number') {
    if (stated === 'no_session_token') return refused('unauthenticated', {})
    return wasOffline
      ? new LatchkeyError('offline', 'Latchkey: this browser is offline, so nothing was sent.')
      : new LatchkeyError('unreachable', 'Latchkey: no answer came. The server cannot be reached.')
  }
  const retryAfter = propertyOf(thrown, 'retryAfter')
  const trace = propertyOf(thrown, 'clerkTraceId')
  return refused(codeOf(status, typeof stated === 'string' ? stated : ''), {
    status,
    fields: fieldsOf(first),
    ...(typeof retryAfter === 'number' && { retryAfterSeconds: retryAfter }),
    ...(typeof trace === 'string' && { requestId: trace }),
  })
}

function codeOf(status: number, stated: string): ClientErrorCode {
  if (stated === 'api_key_name_already_exists') return 'name_taken'
  if (stated === 'session_reverification_required') return 'reauthentication_required'
  return status === 400 || status === 422 ? 'validation_failed' : codeOfStatus(status)
}

function fieldsOf(error: unknown): Readonly<Record<string, string>> | undefined {
  const name = propertyOf(propertyOf(error, 'meta'), 'paramName')
  const words = propertyOf(error, 'longMessage') ?? propertyOf(error, 'message')
  const field = typeof name === 'string' ? fieldNames[name] : undefined
  return field !== undefined && typeof words === 'string' ? { [field]: words } : undefined
}

const fieldNames: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  seconds_until_expiration: 'expiresAt',
}

function refused(code: ClientErrorCode, details: ConstructorParameters<typeof LatchkeyError>[2]) {
  return new LatchkeyError(code, `Latchkey: Clerk refused this (${code}).`, details)
}
