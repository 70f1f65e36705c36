import { setTimeout as wait } from 'node:timers/promises'

/** SQLITE_BUSY; the low byte of an extended code names its family. */
const busy = 5

/**
 * Tries until no other process holds the lock. SQLite's own busy timeout would sleep in the process's only
 * thread and hold up every other request; this waits beside them.
 *
 * @param deadline on the clock of `performance.now()`; it is tried once even after it
 */
export async function whenFree<T>(attempt: () => T, deadline: number): Promise<T> {
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error
    }
    // Uneven, so that two processes do not keep missing the same moment.
    await wait(1 + Math.random() * 4)
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === busy
  )
}
