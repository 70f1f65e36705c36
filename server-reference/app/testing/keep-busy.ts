/** Requests that go on beside what a test does. */
export interface Load<T> {
  /** Ends it. All answers that there were. */
  stop(): Promise<T[]>
}

/** @param clients how many ask at once, each anew as soon as it has its answer; a failure of one ends all */
export function keepBusy<T>(clients: number, ask: (turn: number) => Promise<T>): Load<T> {
  const answers: T[] = []
  let turn = 0
  let isOver = false
  const running = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!isOver) {
        turn += 1
        answers.push(await ask(turn))
      }
    }),
  )
  // Whoever stops it hears of it.
  running.catch(() => undefined)
  return {
    stop: async () => {
      isOver = true
      await running
      return answers
    },
  }
}
