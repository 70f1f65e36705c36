/** Counts what happens, for those who watch a server. */
export interface Meter {
  /** What became of a request: once for each. */
  decided(code: string, durationMs: number): void
  /** A look that charges nothing, and lets the request go on to its own verification. */
  passedEarly(): void
  managed(operation: string, code: string): void
  failed(): void
  read(): MeterReadings
}

export interface MeterReadings {
  /** By `ok` or the refusal's code. Each request is counted once: where it was refused, or where it was served. */
  verifications: ReadonlyMap<string, number>
  /** How many requests passed an early look, as a proxy takes it (`charge: false`). Each is verified again. */
  passedEarly: number
  /** How long the verifications took that are counted. */
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
  let passedEarly = 0
  let errors = 0

  return {
    decided(code, durationMs) {
      verifications.set(code, (verifications.get(code) ?? 0) + 1)
      sumMs += durationMs
      const index = boundsMs.findIndex((bound) => durationMs <= bound)
      if (index !== -1) counts[index] = (counts[index] ?? 0) + 1
    },
    passedEarly() {
      passedEarly += 1
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
      return { verifications, passedEarly, durations: { sumMs, count, buckets }, management, errors }
    },
  }
}
