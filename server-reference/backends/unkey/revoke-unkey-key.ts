import { type ApiKey, toInstant } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../../core/latchkey.js'
import { notFound, reach, type UnkeyContext } from './reach-unkey-key.js'
import { writeKey } from './write-key.js'

/**
 * Disabled and at its end, in one request, with the reason beside it. Not deleted: Unkey would forget the key, and with
 * it who made it, when it ended and why.
 */
export async function revokeUnkeyKey(
  context: UnkeyContext,
  caller: Caller,
  { id, reason }: { id: string; reason?: string | undefined },
): Promise<Outcome<{ key: ApiKey }>> {
  const before = await reach(context, caller, id, 'revoke')
  if (!before) return notFound
  return context.turns.take(before.known.key.consumerId, async () => {
    const known = await context.reader.get(id)
    if (!known) return notFound
    const { key } = known
    if (key.revokedAt !== null) return { ok: true, value: { key } }
    const revokedAt = toInstant(context.settings.now())
    const written = await writeKey(context, known, { ...key, revokedAt, revokedReason: reason || null })
    return written ? { ok: true, value: { key: written } } : notFound
  })
}
