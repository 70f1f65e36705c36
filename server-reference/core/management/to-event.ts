import { toInstant } from '../../../src/contract/index.js'
import type { KeyRef, NewEvent } from '../api-key-store.js'
import type { Caller } from '../latchkey.js'
import { toActor } from './to-actor.js'

/** The audit row of a change that a person made; the store bounds its texts. */
export function toEvent(
  caller: Caller,
  ref: KeyRef,
  now: number,
  what: Pick<NewEvent, 'type'> & Partial<Pick<NewEvent, 'reason' | 'changes'>>,
): NewEvent {
  return {
    keyId: ref.id,
    consumerId: ref.consumerId,
    at: toInstant(now),
    actor: toActor(caller.user),
    address: caller.address,
    userAgent: caller.userAgent,
    reason: null,
    changes: [],
    ...what,
  }
}
