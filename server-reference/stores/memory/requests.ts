import type { IdempotencyRecord, Replay } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { idempotencyLifetimeMs } from '../retention.js'
import type { MemoryState } from './memory-state.js'

/** null: no request with this Idempotency-Key has made a key in the last 24 hours. */
export function findReplay(state: MemoryState, record: IdempotencyRecord | null, now: number): Replay | null {
  const known = record && state.requests.get(slotOf(record))
  if (!known || isOld(known.atMs, now)) return null
  const { fingerprint, keyId, consumerId } = known
  return { ok: false, code: 'replay', fingerprint, ref: { id: keyId, consumerId } }
}

/** Remembers which key a request made, and forgets what is older than 24 hours. */
export function rememberRequest(
  state: MemoryState,
  record: IdempotencyRecord | null,
  { id, consumerId }: StoredKey,
  now: number,
): void {
  if (!record) return
  for (const [slot, { atMs }] of state.requests) if (isOld(atMs, now)) state.requests.delete(slot)
  const { fingerprint } = record
  state.requests.set(slotOf(record), { fingerprint, keyId: id, consumerId, atMs: now })
}

function isOld(atMs: number, now: number): boolean {
  return now - atMs >= idempotencyLifetimeMs
}

function slotOf({ scope, idempotencyKey }: IdempotencyRecord): string {
  return JSON.stringify([scope, idempotencyKey])
}
