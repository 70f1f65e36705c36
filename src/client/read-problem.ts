import { isErrorCode, type Problem } from '../contract/index.js'
import { codeOfStatus } from './code-of-status.js'
import type { LatchkeyError } from './latchkey-error.js'
import { problem } from './later-answers.js'
import { parseRetryAfter } from './retry-after.js'
import { toRefusal } from './to-refusal.js'

/**
 * The error that a refusing answer means (RFC 9457). Where something between the browser and the server answered
 * in its own words, e.g. a gateway's HTML page, the status says what it can.
 */
export function readProblem(response: Response, body: unknown): LatchkeyError {
  const { status, headers } = response
  const stated = toProblem(body)
  const guessed = status === 413 ? 'payload_too_large' : codeOfStatus(status)
  const code = stated && isErrorCode(stated.code) ? stated.code : guessed
  // Who answers so has never heard of keys, e.g. a router without the handler.
  const hint = stated === null && status === 404 ? ' Is baseUrl the address of the handler?' : ''
  const details = {
    retryAfterSeconds: parseRetryAfter(headers.get('Retry-After'), Date.now()),
    fields: stated?.fields,
    requestId: headers.get('X-Request-Id') ?? stated?.instance?.replace(/^urn:latchkey:request:/, ''),
  }
  return toRefusal(status, code, details, hint)
}

/** null: not in the words of the contract, or not with a code that it knows. */
function toProblem(body: unknown): Problem | null {
  try {
    const read = problem(body)
    return isErrorCode(read.code) ? read : null
  } catch {
    return null
  }
}
