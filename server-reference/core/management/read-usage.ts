import { toInstant, type Usage, type UsageQuery } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import type { ManagementContext } from './management-context.js'
import { permit } from './permit.js'

const dayMs = 24 * 60 * 60 * 1000

/** Series of the keys that the caller may see; other ids are left out, whether they exist or not. */
export async function readUsage(
  context: ManagementContext,
  caller: Caller,
  { ids, days }: UsageQuery,
): Promise<Outcome<Usage>> {
  const { settings, ask } = context
  const sinceDay = toInstant(settings.now() - (days - 1) * dayMs).slice(0, 10)
  const consumers = await ask(() => settings.store.consumersOf(ids))
  const series: Usage['series'] = {}
  for (const consumerId of new Set(consumers.values())) {
    const permission = await permit(context, caller, consumerId, 'usage')
    if (!permission.granted) continue
    const theirs = ids.filter((id) => consumers.get(id) === consumerId)
    Object.assign(series, await ask(() => settings.store.usage({ consumerId, ids: theirs, sinceDay })))
  }
  return { ok: true, value: { series } }
}
