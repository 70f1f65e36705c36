import type { Settings } from '../resolve-options.js'

/** A clock is corrected by less every day, in milliseconds. */
const toleratedMs = 60_000

/**
 * Makes the function that looks whether the wall clock was set back since the last look, against one that only goes
 * on, and reports it once (OP-12). What keys, limits and usage make of such a clock is for each of them.
 *
 * @param elapsedMs milliseconds on a clock that nobody sets
 */
export function createClockWatch(
  { now, report }: Pick<Settings, 'now' | 'report'>,
  elapsedMs = () => performance.now(),
): () => void {
  let aheadMs = now() - elapsedMs()

  return function look() {
    const beforeMs = aheadMs
    aheadMs = now() - elapsedMs()
    const setBackMs = beforeMs - aheadMs
    if (setBackMs <= toleratedMs) return
    const error = new Error(
      `Latchkey: the wall clock was set back by ${Math.round(setBackMs / 1000)} seconds. Keys that were refused as expired stay refused, but those that nobody presented after their end work again until it comes. Let a time service keep this machine's clock, and revoke what should not work.`,
    )
    report(error, { during: 'clock' })
  }
}
