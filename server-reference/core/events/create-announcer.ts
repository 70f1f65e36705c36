import type { NewEvent } from '../api-key-store.js'
import type { ErrorListener } from '../latchkey-options.js'
import { withinDeadline } from '../within-deadline.js'
import type { EventListener, LatchkeyEvent } from './latchkey-event.js'

/** Tells the app's listener, and cannot fail. */
export interface Announcer {
  /** false: nobody listens, so that what only a listener wants need not be gathered. */
  readonly isHeard: boolean
  /** Told at once; dropped, and counted, where too many are being told already. */
  announce(event: LatchkeyEvent): void
  /** For what is said once and never again: waits until it can be told. Settles when it is being told; never rejects. */
  announceInTurn(event: LatchkeyEvent): Promise<void>
  /** How many more could be told at once. */
  room(): number
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
  const inTurn: (() => void)[] = []

  return {
    isHeard: listener !== undefined,
    announce,
    announceInTurn,
    room: () => Math.max(0, maxRunning - running - inTurn.length),
    announceChange({ type, at, keyId, consumerId, actor, reason, changes }) {
      if (type === 'refused' || type === 'leaked') return
      announce({ type, at, keyId, consumerId, actor, reason, changes })
    },
    counts: () => ({ ...counts }),
  }

  function announce(event: LatchkeyEvent): void {
    if (!listener) return
    if (running < maxRunning) tell(listener, event)
    else counts.dropped += 1
  }

  async function announceInTurn(event: LatchkeyEvent): Promise<void> {
    if (!listener) return
    // Given its place before anybody else can take it.
    if (running < maxRunning) tell(listener, event)
    else await new Promise<void>((told) => inTurn.push(() => told(tell(listener, event))))
  }

  function tell(listener: EventListener, event: LatchkeyEvent): void {
    running += 1
    withinDeadline(listenerTimeoutMs, () => listener(event))
      .then(
        () => {
          counts.told += 1
        },
        (error: unknown) => {
          counts.failed += 1
          report(error, { during: `event ${event.type}`, keyId: event.keyId ?? undefined })
        },
      )
      .finally(() => {
        running -= 1
        inTurn.shift()?.()
      })
  }
}
