import { type BulkResult, type ErrorCode, isErrorCode, type KeyAnswer, toProblem } from '../contract/index.js'
import type { BulkOptions } from './api-key-client.js'
import { toLatchkeyError } from './to-latchkey-error.js'
import { untilAborted } from './until-aborted.js'

/**
 * A bulk operation over a backend that has none: one request after the other, so that none of its limits is run into.
 * Where the next would fail as well, such as with a session that ended, it is not tried.
 */
export async function bulkOneByOne(
  ids: readonly string[],
  { signal }: BulkOptions,
  act: (id: string) => Promise<KeyAnswer>,
): Promise<BulkResult> {
  const results: BulkResult['results'] = []
  let over: ErrorCode | null = null
  for (const id of new Set(ids)) {
    if (over !== null) {
      results.push({ id, error: toProblem(over) })
      continue
    }
    try {
      const { key } = await untilAborted(() => act(id), signal)
      results.push({ id, key })
    } catch (thrown) {
      const error = toLatchkeyError(thrown)
      // Nothing was done yet, so the whole of it failed, and for a reason that a problem cannot always say.
      if (results.length === 0 && isForAll(error.code)) throw error
      const code = isErrorCode(error.code) ? error.code : 'store_unavailable'
      if (isForAll(error.code)) over = code
      results.push({ id, error: toProblem(code) })
    }
  }
  return { results }
}

/** Whether it is about whoever asks, or about the way there, and not about one key. */
function isForAll(code: string): boolean {
  return forAll.has(code)
}

const forAll = new Set([
  'unauthenticated',
  'reauthentication_required',
  'rate_limited',
  'store_unavailable',
  'internal_error',
  'offline',
  'unreachable',
  'not_loaded',
  'aborted',
])
