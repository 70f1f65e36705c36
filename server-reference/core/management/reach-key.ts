import { isKeyId, type OperationName } from '../../../src/contract/index.js'
import type { KeyRef } from '../api-key-store.js'
import type { Caller } from '../latchkey.js'
import type { ManagementContext } from './management-context.js'
import { permit } from './permit.js'

export interface ReachedKey {
  /** Id and consumer: both are part of every further call to the store (MG-3). */
  ref: KeyRef
  /** Scopes that the caller may grant. */
  grantable: ReadonlySet<string>
}

/** The key, if there is one and the caller may do this to it. null is one answer for both: nobody learns which. */
export async function reachKey(
  context: ManagementContext,
  caller: Caller,
  id: string,
  action: OperationName,
): Promise<ReachedKey | null> {
  if (!isKeyId(id)) return null
  const consumers = await context.ask(() => context.settings.store.consumersOf([id]))
  const consumerId = consumers.get(id)
  if (consumerId === undefined) return null
  const permission = await permit(context, caller, consumerId, action)
  return permission.granted ? { ref: { id, consumerId }, grantable: permission.scopes } : null
}
