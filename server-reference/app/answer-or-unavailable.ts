import { AccessRefused } from 'latchkey/next'
import { problemResponse } from 'latchkey/server'
import { isDatabaseFailure } from './is-database-failure.ts'
import { reportError } from './report-error.ts'

/**
 * Where the database is locked or gone, or `auth()` cannot tell who asks, the answer is 503: try again (VF-11).
 * Every other error goes on to Next.
 */
export function answerOrUnavailable<Input extends unknown[]>(
  handle: (...input: Input) => Response | Promise<Response>,
): (...input: Input) => Promise<Response> {
  return async (...input) => {
    try {
      return await handle(...input)
    } catch (error) {
      if (error instanceof AccessRefused) return error.response
      if (!isDatabaseFailure(error)) throw error
      reportError(error, { during: 'database' })
      return problemResponse('store_unavailable')
    }
  }
}
