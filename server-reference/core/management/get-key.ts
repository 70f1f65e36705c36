import type { ApiKey } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import type { ManagementContext } from './management-context.js'
import { reachKey } from './reach-key.js'

export async function getKey(
  context: ManagementContext,
  caller: Caller,
  id: string,
): Promise<Outcome<{ key: ApiKey }>> {
  const reached = await reachKey(context, caller, id, 'get')
  const key = reached && (await context.ask(() => context.settings.store.get(reached.ref)))
  return key ? { ok: true, value: { key } } : { ok: false, code: 'not_found' }
}
