import { toInstant } from '../../../src/contract/index.js'
import type { KeyRef, NewEvent } from '../api-key-store.js'

/** The audit row of what the app itself did to a key: no request stands behind it, so no address and no browser. */
export function toOwnEvent(
  ref: KeyRef,
  now: number,
  what: Pick<NewEvent, 'type' | 'actor' | 'reason'>,
): NewEvent {
  return {
    keyId: ref.id,
    consumerId: ref.consumerId,
    at: toInstant(now),
    address: null,
    userAgent: null,
    changes: [],
    ...what,
  }
}
