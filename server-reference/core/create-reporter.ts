import type { ErrorListener } from './latchkey-options.js'

/** A listener that cannot fail: what a log does wrong must not change an answer. */
export function createReporter(listener: ErrorListener | undefined, count = () => {}): ErrorListener {
  return function report(error, context) {
    count()
    try {
      const answer: unknown = listener?.(error, context)
      if (answer instanceof Promise) answer.catch(ignore)
    } catch {
      // There is nobody left to tell.
    }
  }
}

function ignore(): void {}
