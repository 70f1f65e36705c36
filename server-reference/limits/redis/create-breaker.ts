/** Keeps requests from waiting, one after another, for something that does not answer. */
export interface Breaker {
  /** Nothing should be asked now. */
  isOpen(): boolean
  /** true once a pause after a failure: somebody should ask in the background whether it answers again. */
  isProbeDue(): boolean
  succeeded(): void
  /** true: this failure opened it. */
  failed(): boolean
}

const failuresUntilOpen = 3
const pauseMs = 1_000

/** @param now milliseconds of a clock that nobody sets */
export function createBreaker(now: () => number): Breaker {
  let failures = 0
  let probeAtMs = 0

  return {
    isOpen: () => failures >= failuresUntilOpen,
    isProbeDue() {
      if (now() < probeAtMs) return false
      probeAtMs = now() + pauseMs
      return true
    },
    succeeded() {
      failures = 0
    },
    failed() {
      failures += 1
      if (failures <= failuresUntilOpen) probeAtMs = now() + pauseMs
      return failures === failuresUntilOpen
    },
  }
}
