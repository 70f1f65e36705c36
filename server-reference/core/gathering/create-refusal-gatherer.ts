import { toInstant } from '../../../src/contract/index.js'
import type { NewEvent } from '../api-key-store.js'
import type { VerifyRequest } from '../latchkey.js'
import type { VerificationRecord } from '../stored-key.js'

/** Gathers `refused` events, so that a key's holder sees why it stopped working. */
export interface RefusalGatherer {
  add(
    record: Pick<VerificationRecord, 'id' | 'consumerId'>,
    code: string,
    request: VerifyRequest,
    now: number,
  ): void
  /** What was gathered since the last time, which is then forgotten here. */
  take(): NewEvent[]
  /** Gives again what could not be written, as far as there is room; after what came since. */
  putBack(events: readonly NewEvent[]): void
}

const stepMs = 60_000
const maxWaiting = 1_000
const maxRemembered = 10_000

/** One event a minute for each key and reason: a client in a loop must not fill the log. */
export function createRefusalGatherer(onAdd: () => void): RefusalGatherer {
  let waiting: NewEvent[] = []
  /** When a key and reason last gave an event; the newest last. */
  const givenMs = new Map<string, number>()

  return {
    add(record, code, request, now) {
      const subject = `${record.id} ${code}`
      const last = givenMs.get(subject)
      // A clock that was set back must not silence the log until it has caught up.
      if (last !== undefined && now >= last && now - last < stepMs) return
      if (waiting.length >= maxWaiting) return
      givenMs.delete(subject)
      givenMs.set(subject, now)
      if (givenMs.size > maxRemembered) forgetOldest()
      waiting.push({
        keyId: record.id,
        consumerId: record.consumerId,
        type: 'refused',
        at: toInstant(now),
        actor: null,
        address: request.address,
        userAgent: request.headers.get('user-agent'),
        reason: code,
        changes: [],
      })
      onAdd()
    },
    take() {
      const taken = waiting
      waiting = []
      return taken
    },
    putBack(events) {
      waiting.push(...events.slice(0, Math.max(0, maxWaiting - waiting.length)))
    },
  }

  function forgetOldest(): void {
    for (const subject of givenMs.keys()) {
      givenMs.delete(subject)
      return
    }
  }
}
