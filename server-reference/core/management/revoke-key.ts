import type { ApiKey } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import type { ManagementContext } from './management-context.js'
import { reachKey } from './reach-key.js'
import { toEvent } from './to-event.js'

/** Idempotent and final (MG-13). Asks no limiter, so that it works when all limits are used up. */
export async function revokeKey(
  context: ManagementContext,
  caller: Caller,
  id: string,
  input: { reason?: string | undefined },
): Promise<Outcome<{ key: ApiKey }>> {
  const { settings, change } = context
  const reached = await reachKey(context, caller, id, 'revoke')
  if (!reached) return { ok: false, code: 'not_found' }
  const { ref } = reached
  const now = settings.now()
  const reason = input.reason || null
  const event = toEvent(caller, ref, now, { type: 'revoked', reason })
  const key = await change(() => settings.store.revoke({ ref, now, reason, event }))
  if (!key) return { ok: false, code: 'not_found' }
  // A second call keeps the first instant, and is no news.
  if (key.revokedAt === event.at) context.announceChange(event)
  return { ok: true, value: { key } }
}
