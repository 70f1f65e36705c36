/** Counts what happens, for those who watch a server. */
export interface Meter {
  verified(code: string, durationMs: number): void
  managed(operation: string, code: string): void
  failed(): void
  read(): MeterReadings
}

export interface MeterReadings {
  /** By `ok` or the refusal's code. */
  verifications: ReadonlyMap<string, number>
  /** How long verifications took. */
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
  const management = new Map<string, number>()
  const counts = boundsMs.map(() => 0)
  let sumMs = 0
  let errors = 0

  return {
    verified(code, durationMs) {
      verifications.set(code, (verifications.get(code) ?? 0) + 1)
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
      const count = Array.from(verifications.values()).reduce((sum, one) => sum + one, 0)
      return { verifications, durations: { sumMs, count, buckets }, management, errors }
    },
  }
}
