import type { NewEvent } from '../api-key-store.js'
import type { ErrorListener } from '../latchkey-options.js'
import { withinDeadline } from '../within-deadline.js'
import type { EventListener, LatchkeyEvent } from './latchkey-event.js'

/** Tells the app's listener, and cannot fail. */
export interface Announcer {
  /** false: nobody listens, so that what only a listener wants need not be gathered. */
  readonly isHeard: boolean
  announce(event: LatchkeyEvent): void
  /** What a person did to a key, once it is stored. */
  announceChange(event: NewEvent): void
  counts(): AnnouncementCounts
}

export interface AnnouncementCounts {
  /** Told, and the listener did its part. */
  told: number
  /** The listener threw, rejected or took too long. */
  failed: number
  /** Not told, because too many were being told already. */
  dropped: number
}

const listenerTimeoutMs = 5_000

/** A listener that hangs must not gather promises without end. */
const maxRunning = 100

export function createAnnouncer(listener: EventListener | undefined, report: ErrorListener): Announcer {
  const counts = { told: 0, failed: 0, dropped: 0 }
  let running = 0

  return {
    isHeard: listener !== undefined,
    announce,
    announceChange({ type, at, keyId, consumerId, actor, reason, changes }) {
      if (type !== 'refused') announce({ type, at, keyId, consumerId, actor, reason, changes })
    },
    counts: () => ({ ...counts }),
  }

  function announce(event: LatchkeyEvent): void {
    if (!listener) return
    if (running >= maxRunning) {
      counts.dropped += 1
      return
    }
    running += 1
    withinDeadline(listenerTimeoutMs, () => listener(event))
      .then(
        () => {
          counts.told += 1
        },
        (error: unknown) => {
          counts.failed += 1
          report(error, { during: `event ${event.type}`, keyId: event.keyId })
        },
      )
      .finally(() => {
        running -= 1
      })
  }
}
