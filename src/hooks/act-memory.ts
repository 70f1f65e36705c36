import { type LatchkeyError, toLatchkeyError } from '../client/index.js'
import { createIdempotencyKey } from './create-idempotency-key.js'

/**
 * Remembers what a person asked for until it has a definite end. The same input again, after an answer that never
 * came, is the same act and carries the same idempotency key, so that a repetition makes no second key (MG-10).
 * Another input, or the same one after success or a refusal, is a new act.
 */
export interface ActMemory<T> {
  /** While an act is under way, asking for it again joins it. */
  run(input: unknown, attempt: (idempotencyKey: string) => Promise<T>): Promise<T>
}

export function createActMemory<T>(): ActMemory<T> {
  const keys = new Map<string, string>()
  const running = new Map<string, Promise<T>>()

  async function carryOut(print: string, attempt: (idempotencyKey: string) => Promise<T>): Promise<T> {
    const known = keys.get(print)
    const idempotencyKey = known ?? createIdempotencyKey()
    keys.set(print, idempotencyKey)
    try {
      const result = await attempt(idempotencyKey)
      keys.delete(print)
      return result
    } catch (thrown) {
      const error = toLatchkeyError(thrown)
      // What was never sent says nothing of an attempt before it that nobody answered.
      const isOpen = mayHaveHappened(error) || (known !== undefined && notSent.has(error.code))
      if (!isOpen) keys.delete(print)
      throw error
    } finally {
      running.delete(print)
    }
  }

  return {
    run(input, attempt) {
      const print = JSON.stringify(input)
      const act = running.get(print) ?? carryOut(print, attempt)
      running.set(print, act)
      return act
    },
  }
}

/** Whether nobody answered: it is not known then whether the request was carried out. */
export function isUnanswered({ code }: LatchkeyError): boolean {
  return unanswered.has(code)
}

function mayHaveHappened(error: LatchkeyError): boolean {
  return isUnanswered(error) || unsettled.has(error.code)
}

const notSent = new Set(['offline', 'declined', 'not_loaded'])
const unanswered = new Set(['unreachable', 'timeout', 'aborted', 'unknown'])
const unsettled = new Set(['internal_error', 'store_unavailable', 'idempotency_conflict', 'rate_limited'])
