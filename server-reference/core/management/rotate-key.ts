import { type ApiKey, endOf, type Rotated, toInstant } from '../../../src/contract/index.js'
import type { IdempotencyRecord, KeyRef, Replay } from '../api-key-store.js'
import type { Caller, IdempotencyOptions, Outcome } from '../latchkey.js'
import { inheritExpiry } from './inherit-expiry.js'
import type { ManagementContext } from './management-context.js'
import { type KeyDraft, prepareKey } from './prepare-key.js'
import { type ReachedKey, reachKey } from './reach-key.js'
import { refuseUnconfirmed } from './refuse-unconfirmed.js'
import { runOnce } from './run-once.js'
import { toActor } from './to-actor.js'
import { toEvent } from './to-event.js'

/** Adds a successor and lets the old key work for a while beside it (MG-11). The store refuses a key that is over. */
export async function rotateKey(
  context: ManagementContext,
  caller: Caller,
  id: string,
  { overlapSeconds }: { overlapSeconds: number },
  options: IdempotencyOptions,
): Promise<Outcome<Rotated>> {
  const { settings } = context
  const reached = await reachKey(context, caller, id, 'rotate')
  if (!reached) return notFound
  const { maxOverlapSeconds } = settings.policy.rotation
  if (overlapSeconds > maxOverlapSeconds) {
    const fields = { overlapSeconds: `Choose at most ${maxOverlapSeconds} seconds.` }
    return { ok: false, code: 'validation_failed', fields }
  }

  return runOnce<Rotated>(context, {
    caller,
    operation: 'rotate',
    meaning: { id, overlapSeconds },
    options,
    async work(idempotency) {
      const unconfirmed = await refuseUnconfirmed(context, caller, reached.ref.consumerId, 'rotate')
      if (unconfirmed) return unconfirmed
      let outcome = await rotateOnce(context, caller, reached, overlapSeconds, idempotency)
      // Somebody changed the key in between: what the successor may do has to be decided anew.
      for (let again = 0; again < maxRetries && isConflict(outcome); again += 1) {
        outcome = await rotateOnce(context, caller, reached, overlapSeconds, idempotency)
      }
      // The caller named no version, so there is none to read again: the same request may well pass in a moment.
      return isConflict(outcome) ? { ok: false, code: 'store_unavailable', retryAfterSeconds: 1 } : outcome
    },
    replay: (replay) => recall(context, replay.ref, reached.ref),
  })
}

async function rotateOnce(
  context: ManagementContext,
  caller: Caller,
  { ref, grantable }: ReachedKey,
  overlapSeconds: number,
  idempotency: IdempotencyRecord | null,
): Promise<Outcome<Rotated> | Replay> {
  const { settings, ask, change } = context
  const old = await ask(() => settings.store.get(ref))
  if (!old) return notFound
  if (!settings.environments.includes(old.environment)) return { ok: false, code: 'key_not_rotatable' }
  const now = settings.now()
  const draft = draftSuccessor(context, caller, old, grantable, now)
  const { key, secret, stored } = await prepareKey(context, draft, now)
  const event = toEvent(caller, ref, now, { type: 'rotated' })
  const rotated = await change(() =>
    settings.store.rotate({
      ref,
      expectedVersion: old.version,
      now,
      successor: stored,
      overlapEndsAt: overlapEnd(old, overlapSeconds, now),
      idempotency,
      event,
    }),
  )
  if (!rotated.ok) return rotated
  context.announceChange(event)
  return { ok: true, value: { key, secret, previous: rotated.previous } }
}

function isConflict(outcome: Outcome<Rotated> | Replay): boolean {
  return !outcome.ok && outcome.code === 'version_conflict'
}

const maxRetries = 2
const notFound = { ok: false, code: 'not_found' } as const

/** The same key but for its secret: what it may do follows from today's policy, not from that of its creation. */
function draftSuccessor(
  { settings }: ManagementContext,
  caller: Caller,
  old: ApiKey,
  grantable: ReadonlySet<string>,
  now: number,
): KeyDraft {
  return {
    consumerId: old.consumerId,
    name: old.name,
    description: old.description,
    environment: old.environment,
    scopes: old.scopes.filter((scope) => grantable.has(scope)),
    ipAllowlist: old.ipAllowlist,
    rateLimit: old.rateLimit,
    expiresAt: inheritExpiry(old, now, settings.policy.expiry),
    createdBy: toActor(caller.user),
    rotation: { replacesId: old.id },
    managedBy: old.managedBy,
  }
}

/** null: no overlap, the old key ends at once. */
function overlapEnd(old: ApiKey, overlapSeconds: number, now: number): string | null {
  if (overlapSeconds === 0) return null
  return toInstant(Math.min(endOf(old) ?? Number.POSITIVE_INFINITY, now + overlapSeconds * 1000))
}

async function recall(
  { settings, ask }: ManagementContext,
  successor: KeyRef,
  old: KeyRef,
): Promise<Outcome<Rotated>> {
  const key = await ask(() => settings.store.get(successor))
  const previous = await ask(() => settings.store.get(old))
  return key && previous ? { ok: true, value: { key, secret: null, previous } } : notFound
}
