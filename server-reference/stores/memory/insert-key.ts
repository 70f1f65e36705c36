import type { Insertion, InsertOutcome } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { boundActor } from '../bound-actor.js'
import { boundEvent } from '../bound-event.js'
import { countLiveKeys, holdsName, isNameTaken } from '../held-names.js'
import type { MemoryState } from './memory-state.js'
import { findReplay, rememberRequest } from './requests.js'

export function insertKey(state: MemoryState, insertion: Insertion): InsertOutcome {
  const { key, maxKeys, now, idempotency, event } = insertion
  const replay = findReplay(state, idempotency, now)
  if (replay) return replay
  if (maxKeys !== null && countLiveKeys(state.keys, key.consumerId, now) >= maxKeys) {
    return { ok: false, code: 'key_limit_reached' }
  }
  if (holdsName(key) && isNameTaken(state.keys, key)) return { ok: false, code: 'name_taken' }
  addKey(state, key)
  rememberRequest(state, idempotency, key, now)
  state.events.push(boundEvent(event))
  return { ok: true }
}

/** Ids and digests are random: a second one is a bug of the caller, not a refusal. */
export function addKey(state: MemoryState, key: StoredKey): void {
  const isKnown =
    state.keys.has(key.id) ||
    Array.from(state.keys.values()).some(({ digest }) => digest.value === key.digest.value)
  if (isKnown) throw new Error(`Latchkey: a key with the id ${key.id} or with its digest exists already.`)
  state.keys.set(key.id, structuredClone({ ...key, createdBy: boundActor(key.createdBy) }))
}
