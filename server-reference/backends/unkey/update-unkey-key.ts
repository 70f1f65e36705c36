import { type ApiKey, toInstant, type UpdateInput } from '../../../src/contract/index.js'
import type { KeyChanges } from '../../core/api-key-store.js'
import type { Caller, Outcome } from '../../core/latchkey.js'
import { draftChanges } from '../../core/management/draft-changes.js'
import { isWider } from '../../core/management/is-wider.js'
import { refuseUnconfirmed } from '../../core/management/refuse-unconfirmed.js'
import { hasEnded, isNameTaken } from '../../stores/held-names.js'
import { notFound, reach, type UnkeyContext } from './reach-unkey-key.js'
import { writeKey } from './write-key.js'

interface Update {
  id: string
  input: UpdateInput
  expectedVersion: number
}

/** Unkey has no condition on a version, so it is compared just before: another process may still come in between. */
export async function updateUnkeyKey(
  context: UnkeyContext,
  caller: Caller,
  { id, input, expectedVersion }: Update,
): Promise<Outcome<{ key: ApiKey }>> {
  const before = await reach(context, caller, id, 'update')
  if (!before) return notFound
  return context.turns.take(before.known.key.consumerId, async () => {
    const reached = await reach(context, caller, id, 'update')
    if (!reached) return notFound
    const { known, grantable } = reached
    const { key } = known
    const now = context.settings.now()
    if (key.version !== expectedVersion) return { ok: false, code: 'version_conflict' }
    // To write over what cannot be read would free the key of what it was bound to.
    if (known.isDamaged || key.revokedAt !== null || hasEnded(key, now)) {
      return { ok: false, code: 'key_not_updatable' }
    }
    const drafted = draftChanges(input, key, {
      policy: context.settings.policy,
      maxRate: context.settings.limits.max,
      grantable,
      now,
      replacedAt: await replacedAt(context, key),
    })
    if (!drafted.ok) return drafted
    if (isWider(drafted.value, key)) {
      const unconfirmed = await refuseUnconfirmed(context, caller, key.consumerId, 'widen')
      if (unconfirmed) return unconfirmed
    }
    const next = applyChanges(key, drafted.value, now)
    if (next.name !== key.name) {
      const known = await context.reader.listOf(key.consumerId)
      const keys = new Map(known.map((other) => [other.key.id, other.key]))
      if (isNameTaken(keys, next)) return { ok: false, code: 'name_taken' }
    }
    const written = await writeKey(context, known, next)
    return written ? { ok: true, value: { key: written } } : notFound
  })
}

async function replacedAt({ reader }: UnkeyContext, key: ApiKey): Promise<string | null> {
  const id = key.rotation?.replacedById
  return id === undefined ? null : ((await reader.get(id))?.key.createdAt ?? null)
}

function applyChanges(key: ApiKey, changes: KeyChanges, now: number): ApiKey {
  const { enabled, overlapEndsAt, name, description, expiresAt, scopes, ipAllowlist, rateLimit } = changes
  return {
    ...key,
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(scopes !== undefined && { scopes }),
    ...(ipAllowlist !== undefined && { ipAllowlist }),
    ...(rateLimit !== undefined && { rateLimit }),
    ...(enabled !== undefined && { disabledAt: enabled ? null : (key.disabledAt ?? toInstant(now)) }),
    ...(overlapEndsAt !== undefined && { rotation: { ...key.rotation, overlapEndsAt } }),
  }
}
