import type { NewEvent } from '../core/api-key-store.js'
import { boundActor } from './bound-actor.js'
import { clipText } from './clip-text.js'

/** Most characters kept of what a caller says about itself. */
const maxUserAgent = 512
const maxAddress = 64

/** A copy whose free text is bounded, so that a long header can neither fill the log nor fail a revocation. */
export function boundEvent(event: NewEvent): NewEvent {
  return {
    ...structuredClone(event),
    actor: boundActor(event.actor),
    address: event.address === null ? null : clipText(event.address, maxAddress),
    userAgent: event.userAgent === null ? null : clipText(event.userAgent, maxUserAgent),
  }
}
