import { type OperationName, operations } from '../../src/contract/index.js'
import type { Outcome } from '../core/latchkey.js'
import { type Occurrence, problemResponse } from './problem-response.js'
import { standingHeaders } from './standing-headers.js'

/** What core decided, on the wire: the operation's own status, or the problem of the table. */
export function outcomeResponse(
  name: OperationName,
  outcome: Outcome<unknown>,
  occurrence: Occurrence,
): Response {
  if (!outcome.ok) {
    const { code, fields, detail, retryAfterSeconds } = outcome
    return problemResponse(code, { ...occurrence, fields, detail, retryAfterSeconds })
  }
  const version = versionOf(outcome.value)
  return jsonResponse(outcome.value, operations[name].status, {
    ...occurrence,
    headers: { ...occurrence.headers, ...(version !== null && { ETag: `"${version}"` }) },
  })
}

export function jsonResponse(body: unknown, status: number, occurrence: Occurrence): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/json',
      ...standingHeaders(occurrence.requestId),
      ...occurrence.headers,
    },
  })
}

/** Of an answer about one key, as `If-Match` wants it back. */
function versionOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('key' in value)) return null
  const { key } = value
  if (typeof key !== 'object' || key === null || !('version' in key)) return null
  return typeof key.version === 'number' ? key.version : null
}
