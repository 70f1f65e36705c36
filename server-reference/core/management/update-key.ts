import type { ApiKey, UpdateInput } from '../../../src/contract/index.js'
import type { KeyChanges } from '../api-key-store.js'
import type { Caller, Outcome } from '../latchkey.js'
import { draftChanges } from './draft-changes.js'
import { isWider } from './is-wider.js'
import type { ManagementContext } from './management-context.js'
import { reachKey } from './reach-key.js'
import { refuseUnconfirmed } from './refuse-unconfirmed.js'
import { toEvent } from './to-event.js'

export async function updateKey(
  context: ManagementContext,
  caller: Caller,
  id: string,
  input: UpdateInput,
  expectedVersion: number,
): Promise<Outcome<{ key: ApiKey }>> {
  const { settings, ask, change } = context
  const reached = await reachKey(context, caller, id, 'update')
  if (!reached) return { ok: false, code: 'not_found' }
  const { ref, grantable } = reached
  const current = await ask(() => settings.store.get(ref))
  if (!current) return { ok: false, code: 'not_found' }
  // Changes are held against the key as it was read; the store refuses them if it is another by then.
  if (current.version !== expectedVersion) return { ok: false, code: 'version_conflict' }

  const now = settings.now()
  const replacedAt = input.overlapEndsAt === undefined ? null : await readReplacedAt(context, current)
  const drafted = draftChanges(input, current, {
    policy: settings.policy,
    maxRate: settings.limits.max,
    grantable,
    now,
    replacedAt,
  })
  if (!drafted.ok) return drafted
  const changes = drafted.value
  if (Object.keys(changes).length === 0) return { ok: true, value: { key: current } }
  if (isWider(changes, current)) {
    const unconfirmed = await refuseUnconfirmed(context, caller, ref.consumerId, 'widen')
    if (unconfirmed) return unconfirmed
  }
  const event = toEvent(caller, ref, now, describe(changes))
  const updated = await change(() => settings.store.update({ ref, expectedVersion, now, changes, event }))
  if (!updated.ok) return updated
  // To disable a key that is disabled changes nothing, and is no news.
  if (updated.key.updatedAt === event.at) context.announceChange(event)
  return { ok: true, value: { key: updated.key } }
}

async function readReplacedAt({ settings, ask }: ManagementContext, key: ApiKey): Promise<string | null> {
  const id = key.rotation?.replacedById
  if (id === undefined) return null
  const successor = await ask(() => settings.store.get({ id, consumerId: key.consumerId }))
  return successor?.createdAt ?? null
}

/** Disabling and enabling by themselves have events of their own; all else is an update of some fields. */
function describe(changes: KeyChanges): { type: 'updated' | 'disabled' | 'enabled'; changes: string[] } {
  const names = Object.keys(changes)
  if (changes.enabled === undefined || names.length > 1) return { type: 'updated', changes: names }
  return { type: changes.enabled ? 'enabled' : 'disabled', changes: [] }
}
