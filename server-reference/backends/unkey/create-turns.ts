/** Lets those who share a subject do their work one after the other. */
export interface Turns {
  take<T>(subject: string, work: () => Promise<T>): Promise<T>
}

/** Of this process alone: Unkey has no condition for "only if no other key has this name". */
export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return {
    take(subject, work) {
      const before = last.get(subject) ?? Promise.resolve()
      const turn = before.then(work, work)
      last.set(subject, turn)
      const leave = () => {
        if (last.get(subject) === turn) last.delete(subject)
      }
      turn.then(leave, leave)
      return turn
    },
  }
}
