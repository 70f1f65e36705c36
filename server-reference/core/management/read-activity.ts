import type { ActivityPage, ActivityQuery } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import type { ManagementContext } from './management-context.js'
import { reachKey } from './reach-key.js'

export async function readActivity(
  context: ManagementContext,
  caller: Caller,
  id: string,
  query: ActivityQuery,
): Promise<Outcome<ActivityPage>> {
  const reached = await reachKey(context, caller, id, 'activity')
  if (!reached) return { ok: false, code: 'not_found' }
  const { ref } = reached
  const { limit, cursor = null } = query
  const page = await context.ask(() => context.settings.store.activity({ ref, limit, cursor }))
  if (!page) return { ok: false, code: 'not_found' }
  if (!page.ok) {
    return { ok: false, code: 'validation_failed', fields: { cursor: 'Not a cursor of this list.' } }
  }
  return { ok: true, value: { events: page.events, page: page.page } }
}
