import type { ConsumerEvent, NewEvent } from '../core/api-key-store.js'
import { boundActor } from './bound-actor.js'
import { clipText } from './clip-text.js'

/** Most characters kept of what a caller says about itself. */
const maxUserAgent = 512
const maxAddress = 64
const maxReason = 255

/** A copy whose free text is bounded, so that a long header can neither fill the log nor fail a revocation. */
export function boundEvent<Event extends NewEvent | ConsumerEvent>(event: Event): Event {
  return {
    ...structuredClone(event),
    actor: boundActor(event.actor),
    address: event.address === null ? null : clipText(event.address, maxAddress),
    reason: event.reason === null ? null : clipText(event.reason, maxReason),
    userAgent: event.userAgent === null ? null : clipText(event.userAgent, maxUserAgent),
  }
}
