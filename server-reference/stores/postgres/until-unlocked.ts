import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/**
 * How long a statement may stand in the queue for a table, in milliseconds. Whoever asks for the table afterwards
 * stands behind it, so it is less than any verification waits.
 */
export const lockTimeoutMs = 300

/** lock_not_available */
const lockNotAvailable = '55P03'

const firstBackoffMs = 100
const maxTries = 6

/**
 * Tries again, later each time, what failed because somebody held a lock for longer than `lockTimeoutMs`: about five
 * seconds in all. Each try must undo itself where it fails.
 */
export async function untilUnlocked(attempt: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || error.code !== lockNotAvailable) throw error
      if (tries === maxTries) throw new Error(heldTooLong, { cause: error })
    }
    await wait(firstBackoffMs * 2 ** (tries - 1) * (0.5 + Math.random() / 2))
  }
}

const heldTooLong =
  "Latchkey: the keys' tables were not brought to this program's version, because somebody holds a lock on them for long, as a backup or a report does. Nothing was changed, and instances that run were not held up. It is tried again with the next request; pg_stat_activity names the oldest transaction."
