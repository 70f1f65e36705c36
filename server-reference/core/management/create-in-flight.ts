/** Which idempotent requests are running, so that a second one does not start the same work. */
export interface InFlight {
  /** false: it runs already, or too many do. */
  enter(subject: string): boolean
  leave(subject: string): void
}

/** A few hundred bytes each. */
const maxRunning = 10_000

export function createInFlight(): InFlight {
  const running = new Set<string>()
  return {
    enter(subject) {
      if (running.has(subject) || running.size >= maxRunning) return false
      running.add(subject)
      return true
    },
    leave(subject) {
      running.delete(subject)
    },
  }
}
