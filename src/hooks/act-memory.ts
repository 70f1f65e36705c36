import { type LatchkeyError, toLatchkeyError } from '../client/index.js'
import { createIdempotencyKey } from './create-idempotency-key.js'

/**
 * Remembers what a person asked for until it has a definite end. The same input again, after an answer that never
 * came, is the same act and carries the same idempotency key, so that a repetition makes no second key (MG-10).
 * Another input, or the same one after success or a refusal, is a new act.
 */
export interface ActMemory<I, T> {
  /**
   * While an act is under way, asking for it again joins it.
   *
   * @param attempt is given the input as it was sent first: under the same idempotency key a server takes no other
   * @param meaning what the act is known by as well, where an input that asks for the same is spelled otherwise each
   *   time, such as an end in 90 days from now; null: nothing
   */
  run(
    input: I,
    attempt: (idempotencyKey: string, input: I) => Promise<T>,
    meaning?: string | null,
  ): Promise<T>
}

export function createActMemory<I, T>(): ActMemory<I, T> {
  /** Those without a definite end, by their inputs and by what these mean. */
  const open = new Map<string, { idempotencyKey: string; input: I }>()
  const running = new Map<string, Promise<T>>()

  async function carryOut(
    given: I,
    prints: readonly string[],
    attempt: (idempotencyKey: string, input: I) => Promise<T>,
  ): Promise<T> {
    const known = firstOf(open, prints)
    const act = known ?? { idempotencyKey: createIdempotencyKey(), input: given }
    for (const print of prints) open.set(print, act)
    const forget = () => {
      for (const [print, each] of open) if (each === act) open.delete(print)
    }
    try {
      const result = await attempt(act.idempotencyKey, act.input)
      forget()
      return result
    } catch (thrown) {
      const error = toLatchkeyError(thrown)
      // What was never sent says nothing of an attempt before it that nobody answered.
      const isOpen = mayHaveHappened(error) || (known !== undefined && notSent.has(error.code))
      if (!isOpen) forget()
      throw error
    } finally {
      for (const print of prints) running.delete(print)
    }
  }

  return {
    run(input, attempt, meaning = null) {
      const prints = [JSON.stringify(input), ...(meaning === null ? [] : [meaning])]
      const joined = firstOf(running, prints)
      if (joined) return joined
      const act = carryOut(input, prints, attempt)
      for (const print of prints) running.set(print, act)
      return act
    },
  }
}

function firstOf<T>(map: ReadonlyMap<string, T>, prints: readonly string[]): T | undefined {
  return prints.map((print) => map.get(print)).find((found) => found !== undefined)
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
