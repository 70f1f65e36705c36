import * as v from 'valibot'
import { type ApiKey, endOf, type Rotated, toInstant } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../../core/latchkey.js'
import { inheritExpiry } from '../../core/management/inherit-expiry.js'
import { toActor } from '../../core/management/to-actor.js'
import { issuedSchema } from './create-unkey-key.js'
import type { KnownKey } from './known-key.js'
import type { OwnMeta } from './own-meta.js'
import { notFound, type UnkeyContext } from './reach-unkey-key.js'
import { writeKey } from './write-key.js'

interface Replacement {
  caller: Caller
  old: KnownKey
  grantable: ReadonlySet<string>
  overlapSeconds: number
  now: number
  mark: OwnMeta['request']
}

/** The last instant that Unkey takes, in milliseconds since the epoch. */
const lastInstantMs = 4_102_444_800_000
/** Unkey rounds an end that it sets in a reroll up to the full minute. */
const roundedToMs = 60_000

/**
 * Unkey makes the successor with all that the old key has, also what is not known here, such as roles and credits. It
 * would end the old one along with that; but it is told to let it work until its own end, and to end it only once the
 * successor can be handed out. So whatever fails in between leaves one key that works, and nobody is told of another end
 * than the old key has.
 */
export async function replaceKey(context: UnkeyContext, turn: Replacement): Promise<Outcome<Rotated>> {
  const { api, reader, members } = context
  const { old, now } = turn
  const ownEnd = endOf(old.key)
  const expiration = Math.max(0, (ownEnd ?? lastInstantMs) - roundedToMs - now)
  const issued = await api.call('keys.rerollKey', { keyId: old.key.id, expiration }, issuedSchema)
  if (!issued) return notFound
  const { keyId, key: secret } = issued.data
  members.add(keyId)
  const copy = await reader.get(keyId).catch((error: unknown) => {
    context.report(error, { during: 'rotate', keyId })
    return null
  })
  const successor = copy && (await finishSuccessor(context, copy, turn))
  const overlapMs = Math.min(turn.overlapSeconds * 1000, (ownEnd ?? Number.POSITIVE_INFINITY) - now)
  const previous = successor && (await endOld(context, turn, keyId, overlapMs))
  if (successor && typeof previous === 'object' && previous) {
    return { ok: true, value: { key: successor, secret, previous } }
  }
  // Where nobody knows whether the old key has ended, its successor stays: it can be rotated, and so handed out.
  if (previous !== 'unknown') await takeBack(context, old, keyId)
  return { ok: false, code: 'store_unavailable', retryAfterSeconds: 1 }
}

/** Only the old key's end is put back: whoever revokes it meanwhile has switched it off as well. */
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
  { caller, old, grantable, now, mark }: Replacement,
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

/** The old key as it is then, at its end or with one. null: it was not ended by this. */
async function endOld(
  context: UnkeyContext,
  { old, now }: Replacement,
  replacedById: string,
  overlapMs: number,
): Promise<ApiKey | null | 'unknown'> {
  const { id, expiresAt } = old.key
  const end = (key: ApiKey): ApiKey => {
    const rotation = { ...key.rotation, replacedById }
    return overlapMs === 0
      ? { ...key, expiresAt, rotation, revokedAt: toInstant(now), revokedReason: 'rotated' }
      : { ...key, expiresAt, rotation: { ...rotation, overlapEndsAt: toInstant(now + overlapMs) } }
  }
  try {
    const known = await context.reader.get(id)
    if (known === null) return end(old.key)
    // Somebody else did, for good; and a revoked key has no successor.
    if (known.key.revokedAt !== null) return null
    return (await writeKey(context, known, end(known.key))) ?? end(known.key)
  } catch (error) {
    context.report(error, { during: 'rotate', keyId: id })
  }
  // What was not answered may have been done, and was done in one piece.
  const seen = await context.reader.get(id).catch(() => undefined)
  if (seen === undefined) return 'unknown'
  if (seen === null) return end(old.key)
  return seen.key.rotation?.replacedById === replacedById ? seen.key : null
}
