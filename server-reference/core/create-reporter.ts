/** A listener that cannot fail: what a log does wrong must not change an answer. */
export function createReporter<Details extends unknown[]>(
  listener: ((...details: Details) => unknown) | undefined,
  count = () => {},
): (...details: Details) => void {
  return function report(...details) {
    count()
    try {
      const answer = listener?.(...details)
      if (answer instanceof Promise) answer.catch(ignore)
    } catch {
      // There is nobody left to tell.
    }
  }
}

function ignore(): void {}
