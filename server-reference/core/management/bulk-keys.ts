import {
  type ApiKey,
  type BulkAction,
  type BulkResult,
  type ErrorCode,
  toProblem,
} from '../../../src/contract/index.js'
import type { KeyRef } from '../api-key-store.js'
import type { Caller, Outcome } from '../latchkey.js'
import { DependencyFailure } from '../within-deadline.js'
import type { ManagementContext } from './management-context.js'
import { permit } from './permit.js'
import { toEvent } from './to-event.js'

type One = { key: ApiKey } | { code: ErrorCode }

/** Does one thing to many keys, each by itself: what fails for one says nothing about the others. */
export async function bulkKeys(
  context: ManagementContext,
  caller: Caller,
  { action, ids }: { action: BulkAction; ids: readonly string[] },
): Promise<Outcome<BulkResult>> {
  const { settings, ask } = context
  const consumers = await ask(() => settings.store.consumersOf(ids))
  const permitted = await permittedConsumers(context, caller, action, new Set(consumers.values()))
  const results: BulkResult['results'] = []
  let storeFailed = false
  for (const id of ids) {
    const one = await doOne(id)
    results.push('key' in one ? { id, key: one.key } : { id, error: toProblem(one.code) })
  }
  return { ok: true, value: { results } }

  async function doOne(id: string): Promise<One> {
    const consumerId = consumers.get(id)
    if (consumerId === undefined || !permitted.has(consumerId)) return { code: 'not_found' }
    // A hundred keys must not wait for a hung store a hundred times.
    if (storeFailed) return { code: 'store_unavailable' }
    try {
      return await act(context, caller, action, { id, consumerId })
    } catch (error) {
      if (!(error instanceof DependencyFailure)) throw error
      settings.report(error, { during: 'bulk', keyId: id })
      storeFailed = true
      return { code: 'store_unavailable' }
    }
  }
}

async function act(
  { settings, change, announceChange }: ManagementContext,
  caller: Caller,
  action: BulkAction,
  ref: KeyRef,
): Promise<One> {
  const now = settings.now()
  if (action === 'revoke') {
    const event = toEvent(caller, ref, now, { type: 'revoked' })
    const key = await change(() => settings.store.revoke({ ref, now, reason: null, event }))
    if (key?.revokedAt === event.at) announceChange(event)
    return key ? { key } : { code: 'not_found' }
  }
  const enabled = action === 'enable'
  const event = toEvent(caller, ref, now, { type: enabled ? 'enabled' : 'disabled' })
  const update = { ref, expectedVersion: null, now, changes: { enabled }, event }
  const updated = await change(() => settings.store.update(update))
  if (!updated.ok) return { code: updated.code }
  if (updated.key.updatedAt === event.at) announceChange(event)
  return { key: updated.key }
}

/** Who may not do it to one key may not do it to many: both the bulk and its action are asked about. */
async function permittedConsumers(
  context: ManagementContext,
  caller: Caller,
  action: BulkAction,
  consumerIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const permitted = new Set<string>()
  for (const consumerId of consumerIds) {
    const inBulk = await permit(context, caller, consumerId, 'bulk')
    if (!inBulk.granted) continue
    const alone = await permit(context, caller, consumerId, action === 'revoke' ? 'revoke' : 'update')
    if (alone.granted) permitted.add(consumerId)
  }
  return permitted
}
