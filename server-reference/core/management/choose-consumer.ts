import type { OperationName } from '../../../src/contract/index.js'
import type { Caller } from '../latchkey.js'
import type { SharedContext } from './management-context.js'
import { permit } from './permit.js'

/**
 * Whose keys an operation is about: the consumer that the request names, or the person's own (MG-2). null: the
 * caller may not; whether such a consumer exists makes no difference.
 */
export async function chooseConsumer(
  context: SharedContext,
  caller: Caller,
  named: string | null | undefined,
  action: OperationName,
): Promise<{ consumerId: string; grantable: ReadonlySet<string> } | null> {
  const consumerId = named ?? (await context.ask(() => context.settings.defaultConsumerId(caller.user)))
  const permission = await permit(context, caller, consumerId, action)
  return permission.granted ? { consumerId, grantable: permission.scopes } : null
}
