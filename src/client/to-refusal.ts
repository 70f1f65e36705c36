import { type ClientErrorCode, type Details, LatchkeyError } from './latchkey-error.js'

/** An answer that says no. */
export function toRefusal(
  status: number,
  code: ClientErrorCode,
  details?: Details,
  hint = '',
): LatchkeyError {
  const message = `Latchkey: the server answered ${status} (${code}).${hint}`
  return new LatchkeyError(code, message, { status, ...details })
}
