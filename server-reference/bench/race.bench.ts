export interface Contender {
  name: string
  does: string
  callsPerRound: number
  call: () => Answer | Promise<Answer>
  /** What it does later and beside its calls; timed by itself. */
  afterRound?: () => Promise<void>
}

export interface Answer {
  ok: boolean
}

export const rounds = 15
/** Not counted: until the compiler has made its best of every contender. */
const warmUps = 5

/**
 * One contender after the other in every round, so that a machine whose speed drifts slows all of them. Verifications
 * per second of each, and how long what follows a round takes: medians.
 */
export async function race(contenders: readonly Contender[]) {
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  const afterRounds: number[] = []
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { name, callsPerRound, call, afterRound } of contenders) {
      const startedAt = performance.now()
      for (let index = 0; index < callsPerRound; index += 1) {
        if (!(await call()).ok) throw new Error(`${name} refused a good key`)
      }
      const endedAt = performance.now()
      await afterRound?.()
      if (round < 0) continue
      samples.get(name)?.push((callsPerRound * 1000) / (endedAt - startedAt))
      if (afterRound) afterRounds.push(performance.now() - endedAt)
    }
  }
  return {
    perSecond: new Map([...samples].map(([name, rates]) => [name, median(rates)])),
    afterRoundMs: median(afterRounds),
  }
}

export function pick<T>(values: readonly T[]): T {
  const value = values[Math.floor(Math.random() * values.length)]
  if (value === undefined) throw new Error('Nothing to pick from')
  return value
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
