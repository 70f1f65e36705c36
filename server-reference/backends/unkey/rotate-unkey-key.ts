import * as v from 'valibot'
import { type ApiKey, endOf, type Rotated, toInstant } from '../../../src/contract/index.js'
import type { Caller, IdempotencyOptions, Outcome } from '../../core/latchkey.js'
import { inheritExpiry } from '../../core/management/inherit-expiry.js'
import { refuseUnconfirmed } from '../../core/management/refuse-unconfirmed.js'
import { runOnce } from '../../core/management/run-once.js'
import { toActor } from '../../core/management/to-actor.js'
import { hasEnded, isLasting } from '../../stores/held-names.js'
import { issuedSchema } from './create-unkey-key.js'
import { findRepetition, toRequestMark } from './find-repetition.js'
import type { KnownKey } from './known-key.js'
import type { OwnMeta } from './own-meta.js'
import { notFound, reach, type UnkeyContext } from './reach-unkey-key.js'
import { writeKey } from './write-key.js'

interface Turn {
  id: string
  overlapSeconds: number
  options: IdempotencyOptions
}

/**
 * Unkey makes the successor with all that the old key has, also what is not known here, such as roles and credits, and
 * ends the old one, in one transaction. What the contract wants beside it is written into both afterwards.
 */
export async function rotateUnkeyKey(
  context: UnkeyContext,
  caller: Caller,
  { id, overlapSeconds, options }: Turn,
): Promise<Outcome<Rotated>> {
  const { settings, reader, turns } = context
  const before = await reach(context, caller, id, 'rotate')
  if (!before) return notFound
  const { maxOverlapSeconds } = settings.policy.rotation
  if (overlapSeconds > maxOverlapSeconds) {
    const fields = { overlapSeconds: `Choose at most ${maxOverlapSeconds} seconds.` }
    return { ok: false, code: 'validation_failed', fields }
  }
  const { consumerId } = before.known.key

  return runOnce<Rotated>(context, {
    caller,
    operation: 'rotate',
    meaning: { id, overlapSeconds },
    options,
    work: (idempotency) =>
      turns.take(consumerId, async () => {
        const unconfirmed = await refuseUnconfirmed(context, caller, consumerId, 'rotate')
        if (unconfirmed) return unconfirmed
        const now = settings.now()
        const all = await reader.listOf(consumerId)
        const mark = await toRequestMark(context.sha256, idempotency)
        const repetition = findRepetition(all, mark, now)
        if (repetition) return repetition
        const old = all.find(({ key }) => key.id === id)
        if (!old) return notFound
        const keys = new Map(all.map(({ key }) => [key.id, key]))
        if (!isRotatable(keys, old.key, now)) return { ok: false, code: 'key_not_rotatable' }
        return reroll(context, { caller, old, grantable: before.grantable, overlapSeconds, now, mark })
      }),
    async replay({ ref }) {
      const [successor, old] = [await reader.get(ref.id), await reader.get(id)]
      if (!successor || !old) return notFound
      return { ok: true, value: { key: successor.key, secret: null, previous: old.key } }
    },
  })
}

/** A rotation adds one working key beside another, never a third. */
function isRotatable(keys: ReadonlyMap<string, ApiKey>, key: ApiKey, now: number): boolean {
  const isReplaced = key.rotation?.replacedById !== undefined
  const isInOverlap = isReplaced || isLasting(keys, key.rotation?.replacesId, now)
  return key.revokedAt === null && key.disabledAt === null && !isInOverlap && !hasEnded(key, now)
}

interface Reroll {
  caller: Caller
  old: KnownKey
  grantable: ReadonlySet<string>
  overlapSeconds: number
  now: number
  mark: OwnMeta['request']
}

async function reroll(context: UnkeyContext, turn: Reroll): Promise<Outcome<Rotated>> {
  const { api, reader } = context
  const { old, now } = turn
  // Unkey would let the old key outlive its own end.
  const overlapMs = Math.min(turn.overlapSeconds * 1000, (endOf(old.key) ?? Number.POSITIVE_INFINITY) - now)
  const issued = await api.call('keys.rerollKey', { keyId: old.key.id, expiration: overlapMs }, issuedSchema)
  if (!issued) return notFound
  const { keyId, key: secret } = issued.data
  const copy = await reader.get(keyId).catch((error: unknown) => {
    context.report(error, { during: 'rotate', keyId })
    return null
  })
  const successor = copy && (await finishSuccessor(context, copy, turn))
  if (!successor) {
    await takeBack(context, old, keyId)
    return { ok: false, code: 'store_unavailable', retryAfterSeconds: 1 }
  }
  const previous = await endOld(context, turn, keyId, overlapMs)
  return { ok: true, value: { key: successor, secret, previous } }
}

/**
 * The successor may do more than it should, and nobody has it yet; and without it the old key has to work on. Only its end
 * is put back: whoever revokes it meanwhile has switched it off as well.
 */
async function takeBack({ api, report }: UnkeyContext, old: KnownKey, keyId: string): Promise<void> {
  const attempt = (work: Promise<unknown>, id: string) =>
    work.catch((error: unknown) => report(error, { during: 'rotate', keyId: id }))
  await attempt(api.call('keys.deleteKey', { keyId }, v.object({})), keyId)
  const end = { keyId: old.key.id, expires: old.record.expires || null }
  await attempt(api.call('keys.updateKey', end, v.object({})), old.key.id)
}

/** The copy still says of itself what the old key was. null: that could not be put right. */
async function finishSuccessor(
  context: UnkeyContext,
  copy: KnownKey,
  { caller, old, grantable, now, mark }: Reroll,
): Promise<ApiKey | null> {
  const next: ApiKey = {
    ...copy.key,
    scopes: old.key.scopes.filter((scope) => grantable.has(scope)),
    createdBy: toActor(caller.user),
    expiresAt: inheritExpiry(old.key, now, context.settings.policy.expiry),
    rotation: { replacesId: old.key.id },
  }
  const own = { ...copy.own, request: mark }
  try {
    return await writeKey(context, { ...copy, own }, next)
  } catch (error) {
    context.report(error, { during: 'rotate', keyId: copy.key.id })
    return null
  }
}

/** Its end is set already; what fails here is only what it says of itself. */
async function endOld(
  context: UnkeyContext,
  { old, now }: Reroll,
  replacedById: string,
  overlapMs: number,
): Promise<ApiKey> {
  const { key } = old
  const rotation = { ...key.rotation, replacedById }
  const next: ApiKey =
    overlapMs === 0
      ? { ...key, rotation, revokedAt: toInstant(now), revokedReason: 'rotated' }
      : { ...key, rotation: { ...rotation, overlapEndsAt: toInstant(now + overlapMs) } }
  try {
    const known = await context.reader.get(key.id)
    return (known && (await writeKey(context, known, next))) ?? next
  } catch (error) {
    context.report(error, { during: 'rotate', keyId: key.id })
    return next
  }
}
