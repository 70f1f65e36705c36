import * as v from 'valibot'
import type { ApiKey, Rotated } from '../../../src/contract/index.js'
import type { Caller, IdempotencyOptions, Outcome } from '../../core/latchkey.js'
import { refuseUnconfirmed } from '../../core/management/refuse-unconfirmed.js'
import { runOnce } from '../../core/management/run-once.js'
import { hasEnded, isLasting } from '../../stores/held-names.js'
import { findRepetition, toRequestMark } from './find-repetition.js'
import { notFound, reach, type UnkeyContext } from './reach-unkey-key.js'
import { replaceKey } from './replace-key.js'

interface Turn {
  id: string
  overlapSeconds: number
  options: IdempotencyOptions
}

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
        const old = all.find(({ key }) => key.id === id)
        if (!old) return repetition ?? notFound
        const keys = new Map(all.map(({ key }) => [key.id, key]))
        const canRotate = isRotatable(keys, old.key, now)
        if (repetition) {
          // Where the old key was not ended, nobody was told the secret of its successor.
          const made = keys.get(repetition.ref.id)
          const isOfThis = made?.rotation?.replacesId === id && repetition.fingerprint === mark?.fingerprint
          if (!made || !isOfThis || !canRotate) return repetition
          if (now - Date.parse(made.createdAt) < underWayMs)
            return { ok: false, code: 'idempotency_conflict' }
          await context.api.call('keys.deleteKey', { keyId: repetition.ref.id }, v.object({}))
        }
        if (!canRotate) return { ok: false, code: 'key_not_rotatable' }
        return replaceKey(context, { caller, old, grantable: before.grantable, overlapSeconds, now, mark })
      }),
    async replay({ ref }) {
      const [successor, old] = [await reader.get(ref.id), await reader.get(id)]
      if (!successor || !old) return notFound
      return { ok: true, value: { key: successor.key, secret: null, previous: old.key } }
    },
  })
}

/** For how long another process may still be about to end the old key: several requests, each with its deadline. */
const underWayMs = 60_000

/** A rotation adds one working key beside another, never a third. */
function isRotatable(keys: ReadonlyMap<string, ApiKey>, key: ApiKey, now: number): boolean {
  const isReplaced = key.rotation?.replacedById !== undefined
  const isInOverlap = isReplaced || isLasting(keys, key.rotation?.replacesId, now)
  return key.revokedAt === null && key.disabledAt === null && !isInOverlap && !hasEnded(key, now)
}
