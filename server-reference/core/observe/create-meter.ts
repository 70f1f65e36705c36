/** Counts what happens, for those who watch a server. */
export interface Meter {
  /** @param stage `early`: a look that charges nothing, which the request's own verification follows where it passes */
  verified(stage: 'early' | 'handler', code: string, durationMs: number): void
  managed(operation: string, code: string): void
  failed(): void
  read(): MeterReadings
}

export interface MeterReadings {
  /** By `ok` or the refusal's code. A request that passed the early look is counted once here as well. */
  verifications: ReadonlyMap<string, number>
  /** Early looks, as a proxy takes them (`charge: false`), by `ok` or the refusal's code. */
  earlyLooks: ReadonlyMap<string, number>
  /** How long verifications and early looks took. */
  durations: { sumMs: number; count: number; buckets: readonly { upToMs: number; count: number }[] }
  /** By operation and `ok` or the error's code, joined by a space. */
  management: ReadonlyMap<string, number>
  /** What was reported to `onError`. */
  errors: number
}

/** From a key in memory to the deadline of a store, in milliseconds. */
const boundsMs = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000]

export function createMeter(): Meter {
  const verifications = new Map<string, number>()
  const earlyLooks = new Map<string, number>()
  const management = new Map<string, number>()
  const counts = boundsMs.map(() => 0)
  let sumMs = 0
  let errors = 0

  return {
    verified(stage, code, durationMs) {
      const outcomes = stage === 'early' ? earlyLooks : verifications
      outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
      sumMs += durationMs
      const index = boundsMs.findIndex((bound) => durationMs <= bound)
      if (index !== -1) counts[index] = (counts[index] ?? 0) + 1
    },
    managed(operation, code) {
      const subject = `${operation} ${code}`
      management.set(subject, (management.get(subject) ?? 0) + 1)
    },
    failed() {
      errors += 1
    },
    read() {
      let below = 0
      const buckets = boundsMs.map((upToMs, index) => {
        below += counts[index] ?? 0
        return { upToMs, count: below }
      })
      const outcomes = [...verifications.values(), ...earlyLooks.values()]
      const count = outcomes.reduce((sum, one) => sum + one, 0)
      return { verifications, earlyLooks, durations: { sumMs, count, buckets }, management, errors }
    },
  }
}
