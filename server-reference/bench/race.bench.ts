export interface Contender {
  name: string
  does: string
  callsPerRound: number
  /** Gets one call ready, as a request is that has just arrived: not timed. */
  prepare: () => () => Answer | Promise<Answer>
  /** What has to be so before it is called; not timed. */
  beforeRound?: () => Promise<void>
  /** What it does later and beside its calls; timed by itself. */
  afterRound?: () => Promise<void>
}

export interface Answer {
  ok: boolean
  code?: string
}

export const rounds = 15
/** Not counted: until the compiler has made its best of every contender. */
const warmUps = 5
/** Few, so that what was got ready is still at hand when it is called, as in a server. */
const callsAtOnce = 100

/**
 * One contender after the other in every round, so that a machine whose speed drifts slows all of them. Verifications
 * per second of each, and how long what follows a round takes: medians.
 */
export async function race(contenders: readonly Contender[]) {
  const samples = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  const afterRounds: number[] = []
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const { name, callsPerRound, prepare, beforeRound, afterRound } of turned(contenders, round)) {
      await beforeRound?.()
      let takenMs = 0
      for (let done = 0; done < callsPerRound; done += callsAtOnce) {
        const calls = Array.from({ length: Math.min(callsAtOnce, callsPerRound - done) }, prepare)
        const startedAt = performance.now()
        for (const call of calls) {
          const { ok, code = 'no reason' } = await call()
          if (!ok) throw new Error(`${name} refused a good key: ${code}`)
        }
        takenMs += performance.now() - startedAt
      }
      const endedAt = performance.now()
      await afterRound?.()
      if (round < 0) continue
      samples.get(name)?.push((callsPerRound * 1000) / takenMs)
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

/** Another one is the first in every round: each leaves something behind that the next has to clear away. */
function turned<T>(values: readonly T[], by: number): T[] {
  const from = ((by % values.length) + values.length) % values.length
  return [...values.slice(from), ...values.slice(0, from)]
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
