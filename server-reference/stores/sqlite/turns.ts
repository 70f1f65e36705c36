export interface Turns {
  take(): Promise<void>
  /** Ends a turn; whoever has waited longest is next. */
  pass(): void
}

/** One at a time, in the order of arrival. */
export function createTurns(): Turns {
  const waiting: (() => void)[] = []
  let isTaken = false
  return {
    take: async () => {
      if (isTaken) await new Promise<void>((resolve) => waiting.push(resolve))
      isTaken = true
    },
    pass: () => {
      const next = waiting.shift()
      if (next) next()
      else isTaken = false
    },
  }
}
