import type { KeyPage, ListQuery } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import { chooseConsumer } from './choose-consumer.js'
import type { SharedContext } from './management-context.js'

export async function listKeys(
  context: SharedContext,
  caller: Caller,
  query: ListQuery,
): Promise<Outcome<KeyPage>> {
  const { settings, ask } = context
  const chosen = await chooseConsumer(context, caller, query.consumerId, 'list')
  if (!chosen) return { ok: false, code: 'forbidden' }
  const page = await ask(() =>
    settings.store.list({
      consumerId: chosen.consumerId,
      now: settings.now(),
      search: query.search || null,
      statuses: query.status ?? null,
      // Whoever looks for something finds it however long ago it ended.
      withRevokedLongAgo: query.status !== undefined || Boolean(query.search),
      sort: query.sort,
      limit: query.limit,
      cursor: query.cursor ?? null,
      warnBeforeSeconds: settings.policy.warnBeforeSeconds,
      staleAfterSeconds: settings.policy.staleAfterSeconds,
    }),
  )
  if (!page.ok) {
    return { ok: false, code: 'validation_failed', fields: { cursor: 'Not a cursor of this list.' } }
  }
  return { ok: true, value: { keys: page.keys, page: page.page, counts: page.counts } }
}
