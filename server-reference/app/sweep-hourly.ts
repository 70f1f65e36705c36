const hourMs = 60 * 60 * 1_000

/** The longest wait before the first sweep, in milliseconds. */
const startWithinMs = 60_000

/**
 * Sweeps soon after the start, at a moment of chance so that processes which start together do not ask together; then
 * an hour after each sweep has ended, so that a slow one never meets the next. A process that lives less than an hour
 * sweeps as well.
 *
 * @param random from 0 to less than 1
 */
export function sweepHourly(
  sweep: () => Promise<unknown>,
  onError: (error: unknown) => void,
  random: () => number = Math.random,
): void {
  wait(random() * startWithinMs)

  function wait(forMs: number): void {
    // It is no reason to stay alive.
    setTimeout(() => void run(), forMs).unref()
  }

  async function run(): Promise<void> {
    try {
      await sweep()
    } catch (error) {
      onError(error)
    }
    wait(hourMs)
  }
}
